/**
 * What Jetty answers by itself, before and beside every filter: the policy's headers and the problem body on its errors. Called
 * once, where the application builds its Jetty. Knows the headers, the problems and Jetty, which is optional.
 */
@NullMarked
package dev.hauberk.servlet.jetty;

import org.jspecify.annotations.NullMarked;
