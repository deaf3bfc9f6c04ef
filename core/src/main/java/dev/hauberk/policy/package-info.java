/**
 * The written policy: a tree of nodes that know their place, one binder that makes records of it, and the baseline that it
 * is held against. Every room reads its own section of {@link dev.hauberk.policy.SecurityPolicy}; the wiring loads it. It
 * knows no room: a section says in its annotation what it needs.
 */
@NullMarked
package dev.hauberk.policy;

import org.jspecify.annotations.NullMarked;
