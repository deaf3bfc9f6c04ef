/**
 * Constraints of Bean Validation for an application's own types: what holds for the library's calls holds for theirs. An
 * application's records and beans name them, and its validator calls them; Jakarta Validation is optional. It knows the rules of
 * passwords and nothing of requests.
 */
@NullMarked
package dev.hauberk.crypto.validation;

import org.jspecify.annotations.NullMarked;
