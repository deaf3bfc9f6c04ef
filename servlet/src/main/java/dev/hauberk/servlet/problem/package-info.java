/**
 * What a client is told when something is refused or has failed: the table of codes, and the one writer of RFC 9457 bodies.
 * Called by every step, by the library's endpoints and by what hangs on a container. Knows the exchange, and no step.
 */
@NullMarked
package dev.hauberk.servlet.problem;

import org.jspecify.annotations.NullMarked;
