/**
 * The response headers of the policy, on every response exactly once, and what may be cached. Registered as a filter, alone or
 * by the assembled whole; what hangs on a container takes the values from here. Knows core and the exchange alone.
 */
@NullMarked
package dev.hauberk.servlet.headers;

import org.jspecify.annotations.NullMarked;
