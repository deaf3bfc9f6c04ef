package dev.hauberk.jpa;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import org.hibernate.resource.jdbc.spi.StatementInspector;

/** Every statement that Hibernate sends. */
final class Statements implements StatementInspector {
    private static final long serialVersionUID = 1L;

    private final transient List<String> seen = new CopyOnWriteArrayList<>();

    @Override
    public String inspect(String sql) {
        seen.add(sql.strip().toLowerCase(Locale.ROOT));
        return sql;
    }

    void forget() {
        seen.clear();
    }

    /** Those that begin with a word. */
    List<String> of(String word) {
        return seen.stream().filter(sql -> sql.startsWith(word + " ")).toList();
    }
}
