/**
 * Attacks on limits: one request too many, and every way around (RATE). Each has addresses and users of its own. They know nothing of
 * other families.
 */
@NullMarked
package dev.hauberk.testkit.attack.limit;

import org.jspecify.annotations.NullMarked;
