/** What everybody may read. */
@NullMarked
package dev.hauberk.example.workbench.library;

import org.jspecify.annotations.NullMarked;
