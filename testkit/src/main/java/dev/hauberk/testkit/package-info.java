/**
 * The attacks, as a library that yields tests from a policy and an address.
 * The tests of both examples run it, and so does whoever wants to attack an application of their own.
 * Nothing here knows the inside of any room: it knows the policy and the wire.
 */
@NullMarked
package dev.hauberk.testkit;

import org.jspecify.annotations.NullMarked;
