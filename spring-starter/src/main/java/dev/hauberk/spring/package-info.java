/**
 * Auto-configuration: finds the application's beans and starts Hauberk with them.
 * Spring Boot calls it, and nobody else does.
 * Nothing here decides anything: it wires, and every decision is made in the rooms below.
 */
@NullMarked
package dev.hauberk.spring;

import org.jspecify.annotations.NullMarked;
