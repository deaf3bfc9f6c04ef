package dev.hauberk.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A policy as it was written, before anything is made of it: every node knows its place. */
sealed interface Node {
    Place place();

    /** Where a path leads, or the last node on the way to it. Items of a sequence are found by their number. */
    default Place placeOf(List<String> path) {
        return place();
    }

    /** A scalar; all of them are text. */
    record Text(String value, Place place) implements Node {}

    /** A list. */
    record Sequence(List<Node> items, Place place) implements Node {
        @Override
        public Place placeOf(List<String> path) {
            if (path.isEmpty() || !path.get(0).chars().allMatch(c -> c >= '0' && c <= '9')) {
                return place;
            }
            int index = Integer.parseInt(path.get(0));
            return index < items.size() ? items.get(index).placeOf(path.subList(1, path.size())) : place;
        }
    }

    /** Keys with their values, in their order; a key may be there twice, which the binder refuses. */
    record Mapping(List<Entry> entries, Place place) implements Node {
        static Mapping empty(Place place) {
            return new Mapping(List.of(), place);
        }

        /** This with another value at a path, below mappings that it makes where there are none. */
        Mapping with(List<String> path, Node value) {
            String key = path.get(0);
            List<String> rest = path.subList(1, path.size());
            Optional<Entry> before = find(key);
            Node below = before.map(Entry::value).orElse(empty(value.place()));
            Node after = value;
            if (!rest.isEmpty()) {
                // What is no mapping stays as it is, for the binder to refuse.
                after = below instanceof Mapping mapping ? mapping.with(rest, value) : below;
            }
            Place at = rest.isEmpty() ? value.place() : before.map(Entry::place).orElse(value.place());
            Entry entry = new Entry(key, at, after);
            List<Entry> changed = new ArrayList<>(entries);
            if (before.isPresent()) {
                changed.set(changed.indexOf(before.get()), entry);
            } else {
                changed.add(entry);
            }
            return new Mapping(List.copyOf(changed), place);
        }

        Optional<Entry> find(String key) {
            return entries.stream().filter(entry -> entry.key().equals(key)).findFirst();
        }

        @Override
        public Place placeOf(List<String> path) {
            if (path.isEmpty()) {
                return place;
            }
            List<String> rest = path.subList(1, path.size());
            return find(path.get(0))
                    .map(entry -> rest.isEmpty() ? entry.place() : entry.value().placeOf(rest))
                    .orElse(place);
        }
    }

    /** A key with its value. */
    record Entry(String key, Place place, Node value) {}
}
