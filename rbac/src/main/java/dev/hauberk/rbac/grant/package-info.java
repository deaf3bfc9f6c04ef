/**
 * Who may give and take which role. Whatever changes roles asks here first. It knows nothing of how roles are stored.
 */
@NullMarked
package dev.hauberk.rbac.grant;

import org.jspecify.annotations.NullMarked;
