/**
 * Takes sensitive members out of JSON responses while they are written, and lets nothing leave that was not looked into, unless the
 * policy says so. Registered as the innermost filter, alone or by the assembled whole. Knows core, the exchange and the writer of problems.
 */
@NullMarked
package dev.hauberk.servlet.strip;

import org.jspecify.annotations.NullMarked;
