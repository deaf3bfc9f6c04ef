package dev.hauberk.rbac;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** A table of {@code allow} and {@code deny} beside this class: one cell a question. */
public final class Table {
    private Table() {}

    /** A cell: its row's first word, its column's, and what it says. */
    public record Cell(String row, String column, boolean allow) {}

    /** Every cell of a table. */
    public static List<Cell> read(String name) {
        List<String[]> lines = lines(name).map(line -> line.split(",")).toList();
        String[] head = lines.get(0);
        List<Cell> cells = new ArrayList<>();
        for (String[] line : lines.subList(1, lines.size())) {
            for (int i = 1; i < head.length; i++) {
                cells.add(new Cell(line[0], head[i], allows(line[i])));
            }
        }
        return cells;
    }

    private static boolean allows(String word) {
        return switch (word) {
            case "allow" -> true;
            case "deny" -> false;
            default -> throw new IllegalArgumentException(word);
        };
    }

    private static Stream<String> lines(String name) {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Table.class.getResourceAsStream(name), name), StandardCharsets.UTF_8))) {
            return reader.lines().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
