/**
 * Records of what must be provable later, and the trail that holds them. Every room appends to it; the wiring gives them
 * one trail. It knows nothing of where records are kept for years: that is a store.
 */
@NullMarked
package dev.hauberk.audit;

import org.jspecify.annotations.NullMarked;
