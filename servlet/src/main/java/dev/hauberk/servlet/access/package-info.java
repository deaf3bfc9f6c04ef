/**
 * The rule that covers a request, and whether its caller may make it. The chain of steps calls it, and the start compares what
 * an application maps with what the rules cover. It knows what a path is, and no framework.
 */
@NullMarked
package dev.hauberk.servlet.access;

import org.jspecify.annotations.NullMarked;
