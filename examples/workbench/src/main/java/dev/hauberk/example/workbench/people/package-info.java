/** The users of an organisation, and what they may do. */
@NullMarked
package dev.hauberk.example.workbench.people;

import org.jspecify.annotations.NullMarked;
