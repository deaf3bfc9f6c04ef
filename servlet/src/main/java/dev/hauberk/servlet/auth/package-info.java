/**
 * Who is asking, by the one carrier of tokens that the policy names, and whether an unsafe request by cookie is that caller's
 * own wish. Called by the chain of steps; the endpoints set the cookies that are read here. It knows no rule of access.
 */
@NullMarked
package dev.hauberk.servlet.auth;

import org.jspecify.annotations.NullMarked;
