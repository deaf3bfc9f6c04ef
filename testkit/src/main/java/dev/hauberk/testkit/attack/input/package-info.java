/**
 * Attacks by what a request's body holds, and on what an error says (INPUT). They know nothing of other families.
 */
@NullMarked
package dev.hauberk.testkit.attack.input;

import org.jspecify.annotations.NullMarked;
