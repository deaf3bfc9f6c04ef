/**
 * The auto-configuration: it finds the beans of a Spring Boot application, starts {@link dev.hauberk.servlet.Hauberk} with
 * them, and hands out its parts as beans. Spring Boot calls it by its name in a resource. It decides nothing by itself.
 */
@NullMarked
package dev.hauberk.spring;

import org.jspecify.annotations.NullMarked;
