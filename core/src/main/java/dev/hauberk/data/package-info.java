/**
 * How sensitive each field of an application's data is: the four levels, the mark in the code, and the catalogue that joins it with the
 * policy. Called by whatever encrypts, redacts, strips or retains. Knows the policy, and nothing of who asks.
 */
@NullMarked
package dev.hauberk.data;

import org.jspecify.annotations.NullMarked;
