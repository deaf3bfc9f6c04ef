package dev.hauberk.store.jdbc;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A script of ours, and what must be there once it ran. A statement ends with a semicolon at the end of its line, a comment has a line
 * of its own, a column and a constraint have one each, and names are in lower case.
 */
record Script(String resource, List<String> statements) {
    private static final Pattern TABLE =
            Pattern.compile("create table if not exists (\\w+) \\(\\R(.*)\\R\\).*", Pattern.DOTALL);
    private static final Pattern KEY = Pattern.compile("constraint (\\w+) (?:primary key|unique) \\((.*)\\)");
    private static final Pattern INDEX =
            Pattern.compile("create (unique )?index if not exists (\\w+) on (\\w+) \\((.*)\\)");
    private static final Pattern COLUMN = Pattern.compile("alter table (\\w+) add column if not exists (\\w+) .*");

    static Script read(Class<?> room, String resource) {
        try (InputStream stream = room.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IllegalStateException(
                        "the artifact of " + room.getName() + " is damaged: it lacks " + resource);
            }
            return new Script(resource, split(new String(stream.readAllBytes(), StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> split(String text) {
        return Arrays.stream(text.replaceAll("(?m)^--.*$", "").split(";\\s*(\\R|$)", -1))
                .map(String::strip)
                .filter(sql -> !sql.isEmpty())
                .toList();
    }

    /** What must be there. */
    List<Demand> demands() {
        List<Demand> demands = new ArrayList<>();
        for (String sql : statements) {
            Matcher table = TABLE.matcher(sql);
            if (table.matches()) {
                addTable(demands, table.group(1), table.group(2));
            }
            Matcher index = INDEX.matcher(sql);
            if (index.matches()) {
                demands.add(new Demand.Index(
                        index.group(3), index.group(2), columns(index.group(4)), index.group(1) != null));
            }
            Matcher column = COLUMN.matcher(sql);
            if (column.matches()) {
                demands.add(new Demand.Column(column.group(1), column.group(2)));
            }
        }
        return demands;
    }

    private static void addTable(List<Demand> demands, String table, String body) {
        for (String line : body.split(",\\R", -1)) {
            Matcher key = KEY.matcher(line.strip());
            if (key.matches()) {
                demands.add(new Demand.Index(table, key.group(1), columns(key.group(2)), true));
            } else if (!line.strip().startsWith("constraint ")) {
                demands.add(new Demand.Column(table, line.strip().split(" ", 2)[0]));
            }
        }
    }

    private static List<String> columns(String list) {
        return List.of(list.split(", ?", -1));
    }
}
