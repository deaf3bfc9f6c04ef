/** What an organisation knows of itself. */
@NullMarked
package dev.hauberk.example.workbench.organisation;

import org.jspecify.annotations.NullMarked;
