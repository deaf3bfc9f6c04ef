/** Prompts of an organisation. */
@NullMarked
package dev.hauberk.example.workbench.prompt;

import org.jspecify.annotations.NullMarked;
