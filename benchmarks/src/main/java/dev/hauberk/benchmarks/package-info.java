/**
 * Measures the rows of the table of peers, ours and theirs in one run. Whoever builds with {@code -Pbenchmarks} calls it. It may
 * know every room, and no room knows it.
 */
@NullMarked
package dev.hauberk.benchmarks;

import org.jspecify.annotations.NullMarked;
