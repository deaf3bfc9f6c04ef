/**
 * A server that keeps a small policy over raw sockets, and can be made to break it in one way at a time. The kit's own tests
 * attack it. It shares no code with the library that the kit is there to attack.
 */
@NullMarked
package dev.hauberk.testkit.fake;

import org.jspecify.annotations.NullMarked;
