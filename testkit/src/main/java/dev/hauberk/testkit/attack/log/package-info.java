/**
 * Attacks on what the request log holds (PII-1), through the target's view of it. They know nothing of other families.
 */
@NullMarked
package dev.hauberk.testkit.attack.log;

import org.jspecify.annotations.NullMarked;
