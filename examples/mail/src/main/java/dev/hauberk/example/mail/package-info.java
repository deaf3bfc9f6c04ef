/** The mail platform: a small application on plain Jetty whose security is its policy file. */
@NullMarked
package dev.hauberk.example.mail;

import org.jspecify.annotations.NullMarked;
