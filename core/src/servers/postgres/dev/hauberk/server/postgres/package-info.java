/** A real PostgreSQL behind PgBouncer, for the tests of several rooms: each room compiles it with its tests. */
package dev.hauberk.server.postgres;
