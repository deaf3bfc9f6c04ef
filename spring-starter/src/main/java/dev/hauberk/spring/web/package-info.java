/**
 * What Hauberk must know of Spring MVC: which handlers there are, which one a request was dispatched to, and how a controller
 * is given its caller. The auto-configuration registers it. It decides nothing by itself.
 */
@NullMarked
package dev.hauberk.spring.web;

import org.jspecify.annotations.NullMarked;
