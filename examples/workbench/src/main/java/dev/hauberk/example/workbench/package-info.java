/** The AI workbench: a small Spring Boot application whose security is its policy file. */
@NullMarked
package dev.hauberk.example.workbench;

import org.jspecify.annotations.NullMarked;
