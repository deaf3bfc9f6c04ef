package dev.hauberk.store.jdbc;

import java.util.List;

/** What a script makes, and a start looks for. Names are in lower case. */
sealed interface Demand {
    /** The table that it belongs to. */
    String table();

    /** A column. */
    record Column(String table, String name) implements Demand {}

    /**
     * An index; a unique one carries the integrity of what is stored.
     *
     * @param name what the script calls it; another name does as well
     */
    record Index(String table, String name, List<String> columns, boolean unique) implements Demand {}
}
