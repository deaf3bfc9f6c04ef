/**
 * The words of the house: controls, callers, decisions, permits and events.
 * Every other room speaks in them, and so does an application.
 * Nothing here knows a container, a framework, a store or another room.
 */
@NullMarked
package dev.hauberk;

import org.jspecify.annotations.NullMarked;
