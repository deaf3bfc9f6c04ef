/**
 * What stores in a database are built on: short transactions, the databases that are known, and tables that are made and looked at
 * when an application starts. The JDBC stores of every room call it. It knows no table of theirs, and keeps nothing on a session of
 * the database, so that PgBouncer may stand in between.
 */
@NullMarked
package dev.hauberk.store.jdbc;

import org.jspecify.annotations.NullMarked;
