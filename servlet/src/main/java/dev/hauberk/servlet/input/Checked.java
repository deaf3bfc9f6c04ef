package dev.hauberk.servlet.input;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;

/** What checking a body says. */
public sealed interface Checked {
    /**
     * It is what is asked for.
     *
     * @param members the members of its object, where it has a shape: texts, whole numbers, numbers as text, booleans and
     *     lists of texts
     */
    record Sound(Map<String, Object> members) implements Checked {
        public Sound {
            members = Collections.unmodifiableMap(new HashMap<>(members));
        }

        /** The text of a member that the shape says is there. */
        public String text(String name) {
            if (members.get(name) instanceof String text) {
                return text;
            }
            throw new IllegalArgumentException("the shape has no text of that name");
        }

        @Override
        public String toString() {
            return "Sound[hidden]";
        }
    }

    /**
     * It is not.
     *
     * @param why for the log; holds nothing that was sent
     */
    record Unsound(String why) implements Checked {}
}
