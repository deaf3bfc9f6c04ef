/**
 * Attacks on requests and responses: headers, caching, sensitive fields, other sites and forged addresses (HTTP), and the security
 * contact (INC-4). They know nothing of other families.
 */
@NullMarked
package dev.hauberk.testkit.attack.web;

import org.jspecify.annotations.NullMarked;
