/**
 * Has every line that Logback writes redacted: message, arguments, exception and context. Set up by the application, in
 * Logback's own configuration or in a line of Java. Knows the redactor and Logback, which is optional.
 */
@NullMarked
package dev.hauberk.redact.logback;

import org.jspecify.annotations.NullMarked;
