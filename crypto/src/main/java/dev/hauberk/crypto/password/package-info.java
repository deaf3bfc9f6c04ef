/**
 * What a password must be, and how it is kept. Sign-in and registration call it. It knows nothing of accounts, attempts or
 * requests.
 */
@NullMarked
package dev.hauberk.crypto.password;

import org.jspecify.annotations.NullMarked;
