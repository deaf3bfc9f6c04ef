/**
 * Where a request comes from, read from a forwarding header only where a trusted proxy set it. Registered as a filter, alone or by
 * the assembled whole. Knows core and the exchange alone.
 */
@NullMarked
package dev.hauberk.servlet.address;

import org.jspecify.annotations.NullMarked;
