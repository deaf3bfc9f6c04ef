/** Real servers of Redis, and the contract of scripts, for the tests of several rooms: each compiles it with its tests. */
package dev.hauberk.server.redis;
