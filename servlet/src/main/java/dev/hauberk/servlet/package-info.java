/**
 * The assembled whole: what the policy asks for, as filters and endpoints of a servlet container.
 * An application starts it with a few lines, and the Spring Boot starter with the same.
 * Nothing here knows Spring, and only the packages for Tomcat and Jetty know a container.
 */
@NullMarked
package dev.hauberk.servlet;

import org.jspecify.annotations.NullMarked;
