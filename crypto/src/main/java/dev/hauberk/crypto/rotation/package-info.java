/**
 * Moves encrypted columns to another key while the application goes on, and finds what still names a key. An operator's task
 * or the application's scheduler calls it. It knows JDBC and the field cipher; it knows no entity and no request.
 */
@NullMarked
package dev.hauberk.crypto.rotation;

import org.jspecify.annotations.NullMarked;
