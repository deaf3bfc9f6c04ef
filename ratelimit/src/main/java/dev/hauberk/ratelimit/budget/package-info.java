/**
 * What tools may cost (RATE-6): money is reserved before a tool runs, and settled when its cost is known. The application calls it, since
 * only that knows which tool a request runs and what a run has cost. It knows no request; a limit's buckets and its failures are its neighbour's.
 */
@NullMarked
package dev.hauberk.ratelimit.budget;

import org.jspecify.annotations.NullMarked;
