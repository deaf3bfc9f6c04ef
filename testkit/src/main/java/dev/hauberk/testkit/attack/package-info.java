/**
 * What every attack is made of: the annotation that names its control, the attacker with addresses and users of its own, the
 * oracle that says what the policy asks, and the failure that says how to repeat it. The families below use it; it knows
 * none of them.
 */
@NullMarked
package dev.hauberk.testkit.attack;

import org.jspecify.annotations.NullMarked;
