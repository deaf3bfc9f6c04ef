/** Containers in this process and a client that speaks over a raw socket. For the tests of this room. */
@NullMarked
package dev.hauberk.servlet.harness;

import org.jspecify.annotations.NullMarked;
