/**
 * Limits, budgets and exact counts of attempts, and the stores that hold them.
 * Sign-in and the servlet filters take from them before they do any work.
 * Nothing here knows who is asking beyond a key, nor HTTP, keys of cryptography or roles.
 */
@NullMarked
package dev.hauberk.ratelimit;

import org.jspecify.annotations.NullMarked;
