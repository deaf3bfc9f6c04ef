/**
 * Redis by scripts, over what an application of Spring's has already: a connection factory of Spring Data Redis. The starter makes one of the
 * only factory there is. It knows Spring Data Redis, and no store.
 */
@NullMarked
package dev.hauberk.spring.redis;

import org.jspecify.annotations.NullMarked;
