/**
 * What a request may bring: the size, the form and the types of its body, and a query that decodes. The chain of steps calls it,
 * and the endpoints read their own bodies by it. It knows shapes, and no framework that binds them.
 */
@NullMarked
package dev.hauberk.servlet.input;

import org.jspecify.annotations.NullMarked;
