/**
 * The calls below {@code sign-in.path} that the library answers itself: signing in and out, refreshing, changing the password, who one is, and
 * one's sessions. The last of the steps calls them, and the wiring takes their rules into the policy. It knows tokens and
 * cookies, and nothing of the application.
 */
@NullMarked
package dev.hauberk.servlet.endpoint;

import org.jspecify.annotations.NullMarked;
