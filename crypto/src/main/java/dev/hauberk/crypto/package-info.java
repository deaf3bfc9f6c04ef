/**
 * Passwords, access tokens, encrypted fields and signatures, each in a package of its own.
 * Identity calls them, and so does an application that wants only one of them.
 * Nothing here knows limits, roles, sessions or HTTP.
 */
@NullMarked
package dev.hauberk.crypto;

import org.jspecify.annotations.NullMarked;
