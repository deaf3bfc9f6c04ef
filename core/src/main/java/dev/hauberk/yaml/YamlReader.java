package dev.hauberk.yaml;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/**
 * Reads a document from the parser's events. It builds from events and not from the parser's own nodes, so that an alias is
 * never followed and the depth is bounded before anything recurs.
 *
 * @param <N> a node of the tree
 */
public final class YamlReader<N> {
    private static final int MAX_CHARS = 1024 * 1024;
    private static final int MAX_DEPTH = 16;

    /** Of what is nobody's here; the parser's time grows with the square of the depth. */
    private static final int MAX_SKIPPED_DEPTH = 256;

    private final Iterator<Event> events;
    private final YamlTree<N> tree;

    private YamlReader(Iterator<Event> events, YamlTree<N> tree) {
        this.events = events;
        this.tree = tree;
    }

    /**
     * Reads a text of one document.
     *
     * @return its tree; empty where it holds nothing or cannot be read, which the tree was told
     */
    public static <N> Optional<N> document(String text, YamlTree<N> tree) {
        return guarded(text, tree, reader -> {
            if (!reader.nextDocument()) {
                return Optional.empty();
            }
            Optional<N> document = reader.node(reader.events.next(), 0);
            reader.events.next();
            if (reader.nextDocument()) {
                tree.problem(line(reader.events.next()), "one document", "a second one", "Remove the line ---.");
            }
            return document;
        });
    }

    /**
     * Reads one section of a text that holds much else, of which nothing is read but the keys at its root.
     *
     * @param key the section's key at the root of the first document
     * @return its tree; empty where there is none or it cannot be read, which the tree was told
     */
    public static <N> Optional<N> section(String text, String key, YamlTree<N> tree) {
        return guarded(text, tree, reader -> {
            Optional<N> found = Optional.empty();
            for (int document = 1; reader.nextDocument(); document++) {
                Optional<N> section = reader.sectionOfDocument(key, document);
                found = found.isPresent() ? found : section;
            }
            return found;
        });
    }

    private static <N> Optional<N> guarded(String text, YamlTree<N> tree, Read<N> read) {
        if (text.length() > MAX_CHARS) {
            tree.problem(
                    0, "at most " + MAX_CHARS + " characters", text.length() + " of them", "Write a shorter policy.");
            return Optional.empty();
        }
        // A byte order mark is no part of the text.
        String bare = text.startsWith("\uFEFF") ? text.substring(1) : text;
        LoadSettings settings =
                LoadSettings.builder().setCodePointLimit(MAX_CHARS).build();
        try {
            return read.with(new YamlReader<>(new ParserImpl(settings, new StreamReader(settings, bare)), tree));
        } catch (MarkedYamlEngineException e) {
            int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(0);
            tree.problem(line, "YAML", e.getProblem(), "Correct the line, or the one before it.");
        } catch (TooDeep e) {
            tree.problem(e.line, "at most " + MAX_DEPTH + " levels", "more of them", "Nest less.");
        } catch (YamlEngineException e) {
            tree.problem(0, "YAML", "something that is none", "Save the file as UTF-8, without control characters.");
        }
        return Optional.empty();
    }

    /** Goes to the start of the next document, and says whether there is one. */
    private boolean nextDocument() {
        while (events.hasNext()) {
            Event.ID id = events.next().getEventId();
            if (id == Event.ID.DocumentStart) {
                return true;
            }
        }
        return false;
    }

    private Optional<N> sectionOfDocument(String key, int document) {
        Event root = events.next();
        if (!(root instanceof MappingStartEvent)) {
            skip(root);
            return Optional.empty();
        }
        Optional<N> found = Optional.empty();
        for (Event event = events.next(); event.getEventId() != Event.ID.MappingEnd; event = events.next()) {
            if (!(event instanceof ScalarEvent name)) {
                skip(event);
                skip(events.next());
            } else if (name.getValue().equals(key) && document == 1 && found.isEmpty()) {
                found = node(events.next(), 0);
            } else {
                if (name.getValue().equals(key) || name.getValue().startsWith(key + ".")) {
                    tree.problem(
                            line(name),
                            "one section " + key + ", nested, in the file's first document",
                            "another way to write it",
                            "Move it into the section " + key + ".");
                }
                skip(events.next());
            }
        }
        return found;
    }

    private Optional<N> node(Event event, int depth) {
        if (depth > MAX_DEPTH) {
            throw new TooDeep(line(event));
        }
        if (event instanceof AliasEvent) {
            tree.problem(
                    line(event), "a value", "an alias", "Write the value itself: a policy is read without aliases.");
            return Optional.empty();
        }
        refuseAnchorsAndTags(event);
        if (event instanceof ScalarEvent scalar) {
            return Optional.of(tree.text(scalar.getValue(), line(event)));
        }
        return Optional.of(event instanceof MappingStartEvent ? mapping(event, depth) : sequence(event, depth));
    }

    private N sequence(Event start, int depth) {
        List<N> items = new ArrayList<>();
        for (Event event = events.next(); event.getEventId() != Event.ID.SequenceEnd; event = events.next()) {
            node(event, depth + 1).ifPresent(items::add);
        }
        return tree.sequence(items, line(start));
    }

    private N mapping(Event start, int depth) {
        List<YamlTree.Field<N>> fields = new ArrayList<>();
        for (Event event = events.next(); event.getEventId() != Event.ID.MappingEnd; event = events.next()) {
            if (event instanceof ScalarEvent key) {
                refuseAnchorsAndTags(key);
                node(events.next(), depth + 1)
                        .ifPresent(value -> fields.add(new YamlTree.Field<>(key.getValue(), line(key), value)));
            } else {
                tree.problem(line(event), "a key that is text", "another kind of key", "Write a word and a colon.");
                skip(event);
                skip(events.next());
            }
        }
        return tree.mapping(fields, line(start));
    }

    private void refuseAnchorsAndTags(Event event) {
        if (event instanceof NodeEvent node && node.getAnchor().isPresent()) {
            tree.problem(
                    line(event), "a value", "an anchor", "Remove the word behind &: a policy is read without anchors.");
        }
        boolean tagged = event instanceof ScalarEvent scalar && scalar.getTag().isPresent()
                || event instanceof MappingStartEvent mapping
                        && mapping.getTag().isPresent()
                || event instanceof SequenceStartEvent sequence
                        && sequence.getTag().isPresent();
        if (tagged) {
            tree.problem(line(event), "a value", "a tag", "Remove the word behind !: every value is read as text.");
        }
    }

    /** Passes over a node whose first event is this one. */
    private void skip(Event first) {
        int open = opens(first);
        while (open > 0) {
            Event event = events.next();
            open += opens(event);
            if (open > MAX_SKIPPED_DEPTH) {
                throw new TooDeep(line(event));
            }
        }
    }

    private static int opens(Event event) {
        return switch (event.getEventId()) {
            case MappingStart, SequenceStart -> 1;
            case MappingEnd, SequenceEnd -> -1;
            default -> 0;
        };
    }

    private static int line(Event event) {
        return event.getStartMark().map(Mark::getLine).orElse(-1) + 1;
    }

    private interface Read<N> {
        Optional<N> with(YamlReader<N> reader);
    }

    private static final class TooDeep extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final int line;

        TooDeep(int line) {
            super("too deep");
            this.line = line;
        }
    }
}
