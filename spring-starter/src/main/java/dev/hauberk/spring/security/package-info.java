/**
 * Beside Spring Security: its context carries our caller, and its duplicates of our controls are off. Used where Spring
 * Security is on the class path. It authenticates nobody.
 */
@NullMarked
package dev.hauberk.spring.security;

import org.jspecify.annotations.NullMarked;
