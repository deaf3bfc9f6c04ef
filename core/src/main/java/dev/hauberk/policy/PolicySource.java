package dev.hauberk.policy;

import dev.hauberk.yaml.YamlReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A policy as it is written, before it is read: from a file, a text, the {@code hauberk} section of an application's own YAML,
 * or Java; and what other sources lay over it.
 *
 * <p>Nothing here throws for what is written: {@link #policy} reports all of it at once. Immutable.
 */
public final class PolicySource {
    private static final String SECTION = "hauberk";
    private static final long MAX_BYTES = 4L * 1024 * 1024;

    private final Node.Mapping root;
    private final List<Problem> problems;
    private final Optional<Path> folder;

    private PolicySource(Node.Mapping root, List<Problem> problems, Optional<Path> folder) {
        this.root = root;
        this.problems = problems;
        this.folder = folder;
    }

    /**
     * A file in UTF-8, whose root is the key {@code hauberk} or the sections themselves. A baseline that is a file is looked
     * for beside it.
     */
    public static PolicySource file(Path file) {
        String name = String.valueOf(file.getFileName());
        Problems problems = new Problems();
        Optional<String> text = read(file, new Place(name, 0), problems);
        PolicySource source = text.map(present -> yaml(present, name)).orElseGet(() -> empty(name, problems));
        return new PolicySource(
                source.root,
                source.problems,
                Optional.ofNullable(file.toAbsolutePath().getParent()));
    }

    /**
     * A text in YAML, whose root is the key {@code hauberk} or the sections themselves.
     *
     * @param name what its places call it, for example a file's name
     */
    public static PolicySource yaml(String text, String name) {
        Problems problems = new Problems();
        Optional<Node> document = parsed(name, problems, tree -> YamlReader.document(text, tree));
        Optional<Node.Mapping> mapping = document.flatMap(node -> mapping(node, problems));
        return new PolicySource(
                mapping.map(root -> unwrapped(root, problems)).orElseGet(() -> Node.Mapping.empty(new Place(name, 0))),
                problems.sorted(),
                Optional.empty());
    }

    /**
     * The {@code hauberk} section of a text in YAML that holds much else, such as {@code application.yml}. It must stand in the first
     * document. Everything else is passed over.
     *
     * @param name what its places call it
     * @return the section, or empty where the text has none
     */
    public static Optional<PolicySource> section(String text, String name) {
        Problems problems = new Problems();
        Optional<Node> section = parsed(name, problems, tree -> YamlReader.section(text, SECTION, tree));
        Optional<Node.Mapping> mapping = section.flatMap(node -> mapping(node, problems));
        List<Problem> found = problems.sorted();
        return mapping.isEmpty() && found.isEmpty()
                ? Optional.empty()
                : Optional.of(new PolicySource(
                        mapping.orElseGet(() -> Node.Mapping.empty(new Place(name, 0))), found, Optional.empty()));
    }

    /**
     * Sections made in Java: maps, lists and scalars under the same keys as in a file. Durations, dates, enums and this
     * package's own value types may stand for the text that they are written as.
     */
    public static PolicySource of(Map<String, ?> sections) {
        Problems problems = new Problems();
        Node.Mapping root = unwrapped(new JavaNodes(problems).mapping(sections, ""), problems);
        return new PolicySource(root, problems.sorted(), Optional.empty());
    }

    /** The settings that {@link #with} may lay over a policy: those with one value at a fixed path, such as {@code sessions.per-user}. */
    public static Set<String> scalars() {
        return Overlay.scalars();
    }

    /**
     * This with one setting laid over it.
     *
     * @param path one of {@link #scalars()}; any other is a problem
     * @param value what is set
     * @param name what its place calls it, for example a property source's name
     */
    public PolicySource with(String path, String value, String name) {
        Problems more = new Problems();
        Node.Mapping laid = new Overlay(more).lay(root, path, value, new Place(name, 0));
        more.addAll(problems);
        return new PolicySource(laid, more.sorted(), folder);
    }

    /** This, looking in a folder for a baseline that is a file. */
    public PolicySource in(Path folder) {
        return new PolicySource(root, problems, Optional.of(folder));
    }

    /**
     * The policy.
     *
     * @param clock tells which acceptances have ended
     * @throws PolicyException with everything that is wrong with it
     */
    public SecurityPolicy policy(InstantSource clock) {
        return new PolicyReader(clock, Sections::isRoomThere).read(this);
    }

    Node.Mapping root() {
        return root;
    }

    List<Problem> problems() {
        return problems;
    }

    Optional<Path> folder() {
        return folder;
    }

    private static PolicySource empty(String name, Problems problems) {
        return new PolicySource(Node.Mapping.empty(new Place(name, 0)), problems.sorted(), Optional.empty());
    }

    private static Optional<Node> parsed(String name, Problems problems, Parsing parsing) {
        try {
            return parsing.with(new YamlNodes(name, problems));
        } catch (NoClassDefFoundError e) {
            problems.add(
                    new Place(name, 0),
                    "the file",
                    "a YAML parser",
                    "none on the class path",
                    "Add the artifact org.snakeyaml:snakeyaml-engine, or make the policy in Java with SecurityPolicy.of.");
            return Optional.empty();
        }
    }

    private static Optional<Node.Mapping> mapping(Node node, Problems problems) {
        if (node instanceof Node.Mapping mapping) {
            return Optional.of(mapping);
        }
        problems.add(
                node.place(),
                "the file",
                "sections with their settings",
                Shown.of(node),
                "Write for example baseline: strict.");
        return Optional.empty();
    }

    /** What stands below the key of our own, where the root has it. */
    @SuppressWarnings("ReferenceEquality") // the very entry, and not one that is like it
    private static Node.Mapping unwrapped(Node.Mapping root, Problems problems) {
        Optional<Node.Entry> section = root.find(SECTION);
        if (section.isEmpty()) {
            return root;
        }
        root.entries().stream()
                .filter(entry -> entry != section.get())
                .forEach(entry -> problems.add(
                        entry.place(),
                        Shown.key(entry.key()),
                        "nothing beside " + SECTION,
                        "a key beside it",
                        "Indent it below " + SECTION + "."));
        return mapping(section.get().value(), problems).orElseGet(() -> Node.Mapping.empty(root.place()));
    }

    private static Optional<String> read(Path file, Place place, Problems problems) {
        try {
            if (Files.size(file) > MAX_BYTES) {
                problems.add(place, "the file", "at most 4 MB", "more", "Write a shorter policy.");
                return Optional.empty();
            }
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
                    .toString());
        } catch (CharacterCodingException e) {
            problems.add(place, "the file", "UTF-8", "another encoding", "Save the file as UTF-8.");
        } catch (IOException e) {
            problems.add(
                    place,
                    "the file",
                    "a file that can be read",
                    e.getClass().getSimpleName(),
                    "Check its path and its permissions.");
        }
        return Optional.empty();
    }

    private interface Parsing {
        Optional<Node> with(YamlNodes tree);
    }
}
