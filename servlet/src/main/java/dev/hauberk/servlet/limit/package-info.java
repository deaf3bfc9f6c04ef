/**
 * Limits of requests, by the category of the rule that covers them, and what every answer says of them. The chain of steps
 * calls it, and whoever refuses a request takes its toll here. It knows nothing of how a limit is counted.
 */
@NullMarked
package dev.hauberk.servlet.limit;

import org.jspecify.annotations.NullMarked;
