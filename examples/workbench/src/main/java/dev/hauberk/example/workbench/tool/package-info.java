/** The workbench itself. */
@NullMarked
package dev.hauberk.example.workbench.tool;

import org.jspecify.annotations.NullMarked;
