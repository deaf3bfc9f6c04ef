/**
 * The attacks on an application that keeps a policy, as JUnit tests: {@link dev.hauberk.testkit.Attacks} makes them, and
 * {@link dev.hauberk.testkit.PolicyAttackTest} runs them in a Spring Boot test. Users of the library call it; it knows the policy
 * and the wire, and nothing of the library's inside.
 */
@NullMarked
package dev.hauberk.testkit;

import org.jspecify.annotations.NullMarked;
