/**
 * What counts, and says no when there are too many: limits by category, attempts to sign in, failures that lock. The filters and
 * identity take from it before they do what is counted. It knows no request and no account: a key is a text that says by
 * what is counted.
 */
@NullMarked
package dev.hauberk.ratelimit;

import org.jspecify.annotations.NullMarked;
