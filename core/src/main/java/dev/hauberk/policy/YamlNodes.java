package dev.hauberk.policy;

import dev.hauberk.yaml.YamlTree;
import java.util.List;

/** Makes nodes of what the YAML reader finds. */
final class YamlNodes implements YamlTree<Node> {
    private final String source;
    private final Problems problems;

    YamlNodes(String source, Problems problems) {
        this.source = source;
        this.problems = problems;
    }

    @Override
    public Node text(String value, int line) {
        return new Node.Text(value, new Place(source, line));
    }

    @Override
    public Node sequence(List<Node> items, int line) {
        return new Node.Sequence(items, new Place(source, line));
    }

    @Override
    public Node mapping(List<Field<Node>> fields, int line) {
        List<Node.Entry> entries = fields.stream()
                .map(field -> new Node.Entry(field.key(), new Place(source, field.line()), field.value()))
                .toList();
        return new Node.Mapping(entries, new Place(source, line));
    }

    @Override
    public void problem(int line, String asked, String set, String remedy) {
        problems.add(new Place(source, line), "the file", asked, set, remedy);
    }
}
