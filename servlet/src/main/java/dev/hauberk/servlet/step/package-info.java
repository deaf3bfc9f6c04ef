/**
 * What every step of a request has in common: it judges, and then hands the request on, refuses it or answers it. Extended by
 * the steps that may refuse. Knows the exchange and the writer of problems, and no step.
 */
@NullMarked
package dev.hauberk.servlet.step;

import org.jspecify.annotations.NullMarked;
