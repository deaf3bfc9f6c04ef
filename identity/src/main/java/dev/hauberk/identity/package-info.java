/**
 * The application's users, the names by which they sign in, and changes to what they may do. Signing in, sessions and the
 * application's own routes call it. It knows nothing of requests, and of a database no more than JDBC.
 */
@NullMarked
package dev.hauberk.identity;

import org.jspecify.annotations.NullMarked;
