/**
 * What Tomcat answers by itself, before and beside every filter: the policy's headers and the problem body on its error report.
 * Called once, where the application builds its Tomcat. Knows the headers, the problems and Tomcat, which is optional.
 */
@NullMarked
package dev.hauberk.servlet.tomcat;

import org.jspecify.annotations.NullMarked;
