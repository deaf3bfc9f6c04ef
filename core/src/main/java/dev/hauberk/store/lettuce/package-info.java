/**
 * Redis by scripts, over Lettuce. An application that has Lettuce makes one here and gives it to the stores. It knows Lettuce, and
 * no store.
 */
@NullMarked
package dev.hauberk.store.lettuce;

import org.jspecify.annotations.NullMarked;
