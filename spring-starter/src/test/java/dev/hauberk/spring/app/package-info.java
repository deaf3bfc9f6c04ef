/** A small application under the starter, for the tests of the starter. */
@NullMarked
package dev.hauberk.spring.app;

import org.jspecify.annotations.NullMarked;
