/**
 * What the policy's roles allow, compiled once when the policy is loaded. The filters, the services of an application and
 * the rooms above ask it. It knows no store, no servlet and no framework, and believes of a caller what authentication said.
 */
@NullMarked
package dev.hauberk.rbac;

import org.jspecify.annotations.NullMarked;
