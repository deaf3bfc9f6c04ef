/**
 * Whom to tell of a weakness: {@code /.well-known/security.txt}. Registered as a filter before all that limits, authenticates or strips,
 * alone or by the assembled whole. Knows core alone.
 */
@NullMarked
package dev.hauberk.servlet.contact;

import org.jspecify.annotations.NullMarked;
