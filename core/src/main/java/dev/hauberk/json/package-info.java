/**
 * Writes JSON, one way for each value, without a library: log lines, records and problem bodies. Called by every room that
 * writes a line or a small body of its own. Knows no other package, and reads nothing.
 */
@NullMarked
package dev.hauberk.json;

import org.jspecify.annotations.NullMarked;
