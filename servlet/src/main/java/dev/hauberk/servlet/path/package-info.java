/**
 * Paths that can be read in one way only. The first step that may refuse lives here, and the start asks nothing of it. It
 * knows no rule: a path that no rule covers is none of its business.
 */
@NullMarked
package dev.hauberk.servlet.path;

import org.jspecify.annotations.NullMarked;
