package dev.hauberk.policy;

import dev.hauberk.Control;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds a baseline by its name. Those that ship are properties, so that a policy made in Java needs no YAML parser; each of their
 * lines is YAML too.
 */
final class Baselines {
    static final List<String> SHIPPED = List.of("strict", "engify", "calimatic");

    private static final Pattern FILE = Pattern.compile(".+\\.ya?ml");

    private final Optional<Path> folder;
    private final Findings findings;
    private final Problems problems;

    /** @param folder where a baseline that is a file is looked for */
    Baselines(Optional<Path> folder, Findings findings, Problems problems) {
        this.folder = folder;
        this.findings = findings;
        this.problems = problems;
    }

    /** The baseline of a name; empty where there is none, which is reported. */
    Optional<Baseline> find(String name) {
        if (SHIPPED.contains(name)) {
            return bound(name, shipped(name), problems);
        }
        if (!FILE.matcher(name).matches()) {
            wrong(
                    name,
                    Nearest.of(name, SHIPPED)
                            .map(near -> "Did you mean " + near + "?")
                            .orElse("Write one of them, or the name of a file that ends in .yml."));
            return Optional.empty();
        }
        if (folder.isEmpty()) {
            wrong(name, "Read the policy from a file: a baseline is looked for beside it.");
            return Optional.empty();
        }
        PolicySource source = PolicySource.file(folder.get().resolve(name));
        problems.addAll(source.problems());
        return source.problems().isEmpty() ? bound(name, source.root(), problems) : Optional.empty();
    }

    private void wrong(String name, String remedy) {
        findings.wrong(
                Control.POSTURE_2, String.join(", ", SHIPPED) + ", or a file", name, remedy, List.of("baseline"));
    }

    private static Optional<Baseline> bound(String name, Node.Mapping root, Problems problems) {
        return new Binder(problems)
                .section(SecurityPolicy.class, root, "")
                .map(asked -> new Baseline(name, root, asked));
    }

    /** A baseline that ships, as nodes: a line is a path and its value, in brackets where that is a list. */
    static Node.Mapping shipped(String name) {
        String resource = name + ".properties";
        Place place = new Place(resource, 0);
        Properties lines = new Properties();
        try (InputStream in = Baselines.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(resource + " belongs to this artifact");
            }
            lines.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Node.Mapping root = Node.Mapping.empty(place);
        for (String path :
                new TreeMap<>(lines).keySet().stream().map(Object::toString).toList()) {
            root = root.with(List.of(path.split("\\.")), value(lines.getProperty(path), place));
        }
        return root;
    }

    private static Node value(String text, Place place) {
        if (!text.startsWith("[")) {
            return new Node.Text(text, place);
        }
        Stream<String> items =
                Stream.of(text.substring(1, text.length() - 1).split(",")).map(String::strip);
        return new Node.Sequence(
                items.filter(item -> !item.isEmpty())
                        .<Node>map(item -> new Node.Text(item, place))
                        .toList(),
                place);
    }
}
