/**
 * One line of JSON for each request, redacted, when its response is complete. Registered as the first filter, alone or by the
 * assembled whole; the exchange tells it what the other steps found. Knows core and the exchange alone.
 */
@NullMarked
package dev.hauberk.servlet.log;

import org.jspecify.annotations.NullMarked;
