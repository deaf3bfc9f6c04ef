/**
 * What stores are built on: Redis by scripts, whichever client an application brings. The stores of every room call it. It knows
 * no state that a store keeps, and no client; an adapter for each client is a package of its own.
 */
@NullMarked
package dev.hauberk.store;

import org.jspecify.annotations.NullMarked;
