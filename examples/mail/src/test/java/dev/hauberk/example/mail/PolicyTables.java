package dev.hauberk.example.mail;

import dev.hauberk.policy.SecurityPolicy;
import dev.hauberk.testkit.wire.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** The settings of a policy by their whole path, as the document's tables and as the schema have them. */
final class PolicyTables {
    private static final String SCHEMA = "/META-INF/hauberk/hauberk.schema.json";
    private static final Pattern HEADING = Pattern.compile("## `([a-z-]+)`:.*");
    private static final Pattern WORD = Pattern.compile("`([a-z0-9-]+)`");

    private PolicyTables() {}

    /**
     * Each row of each table, as what it says, the default and the controls. A table belongs to the heading above it, or to the last
     * word that the sentence before it marks.
     */
    static Map<String, String> in(String page) {
        Map<String, String> rows = new TreeMap<>();
        String section = "";
        String part = "";
        String before = "";
        for (String line : page.lines().toList()) {
            if (line.startsWith("## ")) {
                Matcher heading = HEADING.matcher(line);
                section = heading.matches() ? heading.group(1) : "";
                before = "";
            } else if (line.startsWith("| key |")) {
                part = before.endsWith(":") ? lastWord(before) : "";
            } else if (line.startsWith("| `")) {
                String[] cells = line.strip().split("\\s*\\|\\s*", -1);
                rows.put(
                        joined(section, part, unquoted(cells[1])),
                        cells[2] + "; " + unquoted(cells[3]) + "; " + cells[4]);
            } else if (!line.isBlank() && !line.startsWith("|")) {
                before = line;
            }
        }
        return rows;
    }

    /** The same of the schema that the library brings. */
    static Map<String, String> ofSchema() {
        Map<String, String> rows = new TreeMap<>();
        JsonNode policy = schema();
        for (String section : policy.path("properties").propertyNames()) {
            JsonNode of = policy.path("properties").path(section);
            collect(of, List.of(section), rows);
            if (isOneValue(section)) {
                rows.put(section, row(of));
            }
        }
        return rows;
    }

    /** Every section of the schema. */
    static Set<String> sections() {
        return new TreeSet<>(schema().path("properties").propertyNames());
    }

    /** The few that stand beside the sections, and have a row of their own. */
    private static boolean isOneValue(String section) {
        return Set.of("baseline", "accept", "modes").contains(section);
    }

    private static void collect(JsonNode of, List<String> path, Map<String, String> rows) {
        JsonNode members = of.path("properties");
        for (String name : members.propertyNames()) {
            List<String> at = new ArrayList<>(path);
            at.add(name);
            rows.put(String.join(".", at), row(members.path(name)));
            collect(members.path(name), at, rows);
        }
        collectWithin(of.path("items"), path, rows);
        collectWithin(of.path("additionalProperties"), path, rows);
    }

    private static void collectWithin(JsonNode of, List<String> path, Map<String, String> rows) {
        if (of.isObject()) {
            collect(of, path, rows);
        }
    }

    private static String row(JsonNode setting) {
        Matcher says = Pattern.compile("(.*?)(?: \\(([A-Z0-9, -]+)\\))?")
                .matcher(setting.path("description").asString(""));
        if (!says.matches()) {
            throw new IllegalStateException("no description: " + setting);
        }
        JsonNode value = setting.path("default");
        String standard = value.isArray()
                ? value.valueStream().map(JsonNode::asString).collect(Collectors.joining(", "))
                : value.asString("");
        return says.group(1) + "; " + standard + "; " + Objects.toString(says.group(2), "");
    }

    private static JsonNode schema() {
        try (InputStream in = Objects.requireNonNull(SecurityPolicy.class.getResourceAsStream(SCHEMA))) {
            return Json.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8))
                    .orElseThrow()
                    .path("$defs")
                    .path("policy");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String joined(String... parts) {
        return Arrays.stream(parts).filter(part -> !part.isEmpty()).collect(Collectors.joining("."));
    }

    private static String unquoted(String cell) {
        return cell.replaceAll("^`|`$", "");
    }

    private static String lastWord(String sentence) {
        return WORD.matcher(sentence).results().map(found -> found.group(1)).reduce("", (one, next) -> next);
    }
}
