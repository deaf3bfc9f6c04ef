/**
 * What the kit must be told of an application: its address, policy, routes and users, and hooks into what no socket shows.
 * Users of the kit implement {@link dev.hauberk.testkit.target.Target}; the attacks read it. It knows no attack.
 */
@NullMarked
package dev.hauberk.testkit.target;

import org.jspecify.annotations.NullMarked;
