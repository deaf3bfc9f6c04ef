package dev.hauberk.yaml;

import java.util.List;

/**
 * What is made of a document: the reader calls it from the leaves upwards. Lines are counted from 1.
 *
 * @param <N> a node of the tree
 */
public interface YamlTree<N> {
    /** A scalar, as it is written; nothing is converted. */
    N text(String value, int line);

    /** A sequence. */
    N sequence(List<N> items, int line);

    /** A mapping, in its order; a key may occur twice, and it is the caller's to refuse that. */
    N mapping(List<Field<N>> fields, int line);

    /**
     * Something that the reader does not take. It goes on where it can, so that it finds the others too.
     *
     * @param line where
     * @param asked what may stand there
     * @param set what does
     * @param remedy what to do
     */
    void problem(int line, String asked, String set, String remedy);

    /**
     * A member of a mapping.
     *
     * @param key its key
     * @param line where the key stands
     * @param value its value
     */
    record Field<N>(String key, int line, N value) {}
}
