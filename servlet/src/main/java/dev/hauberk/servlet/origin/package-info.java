/**
 * What other origins may do from a browser: CORS by the policy alone, and whether a request comes from the same origin. The
 * chain of steps calls it, and the step against cross-site requests asks it. It knows no session and no cookie.
 */
@NullMarked
package dev.hauberk.servlet.origin;

import org.jspecify.annotations.NullMarked;
