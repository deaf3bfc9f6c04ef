/**
 * Where a Spring Boot application's policy is written: {@code hauberk.yml}, or the {@code hauberk} section of its YAML, and what
 * other property sources lay over it. The auto-configuration calls it. It knows no servlet.
 */
@NullMarked
package dev.hauberk.spring.policy;

import org.jspecify.annotations.NullMarked;
