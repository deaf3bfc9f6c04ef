/**
 * Attacks on sessions: their end, their number, their cookies and what they give away (SESS). They use the attacker's own
 * users alone, and know nothing of other families.
 */
@NullMarked
package dev.hauberk.testkit.attack.session;

import org.jspecify.annotations.NullMarked;
