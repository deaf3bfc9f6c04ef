/**
 * Encrypted fields and the blind indexes that find them. Entities, converters and the application's own SQL call it. It knows
 * nothing of entities, callers or requests, and reaches a database for nothing but the count of what its keys did.
 */
@NullMarked
package dev.hauberk.crypto.field;

import org.jspecify.annotations.NullMarked;
