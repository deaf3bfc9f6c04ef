/**
 * What the steps of a request tell each other about it: its id, where it comes from, who is asking, which rule covers it and
 * whether it was refused. Read and written by every filter of this room, and by the application through its own request.
 * Knows the words of core and the servlet API, and no step.
 */
@NullMarked
package dev.hauberk.servlet.exchange;

import org.jspecify.annotations.NullMarked;
