/**
 * Redis by scripts, over Jedis. An application that has Jedis makes one here and gives it to the stores. It knows Jedis, and no
 * store.
 */
@NullMarked
package dev.hauberk.store.jedis;

import org.jspecify.annotations.NullMarked;
