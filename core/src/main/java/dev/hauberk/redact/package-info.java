/**
 * Masks personal data and secrets in a line of text before it is written anywhere. Called by the request log and by what hangs on
 * a logging library. Knows the policy's section for logs and the catalogue of fields, and no logging library.
 */
@NullMarked
package dev.hauberk.redact;

import org.jspecify.annotations.NullMarked;
