/**
 * The policy's routes, compiled: which rule covers a request, and what it says. The filters ask it before the application
 * sees a request, and the start asks it which routes have no rule. It knows no servlet and no framework: a path is a text.
 */
@NullMarked
package dev.hauberk.rbac.route;

import org.jspecify.annotations.NullMarked;
