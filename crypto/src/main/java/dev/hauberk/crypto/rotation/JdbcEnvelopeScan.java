package dev.hauberk.crypto.rotation;

import dev.hauberk.Control;
import dev.hauberk.policy.Place;
import dev.hauberk.policy.Problem;
import dev.hauberk.store.jdbc.Transactions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A scan by SQL, a transaction a column. */
final class JdbcEnvelopeScan implements EnvelopeScan {
    private final Transactions transactions;

    JdbcEnvelopeScan(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public List<KeyHolding> envelopes() {
        List<KeyHolding> found = new ArrayList<>();
        for (ColumnScan column : columns()) {
            found.addAll(transactions.run(column::envelopes));
        }
        return List.copyOf(found);
    }

    @Override
    public List<KeyHolding> holdingsOf(Collection<String> keys) {
        List<KeyHolding> found = new ArrayList<>();
        for (ColumnScan column : columns()) {
            transactions.run(column::envelopes).stream()
                    .filter(holding -> keys.contains(holding.key()))
                    .forEach(found::add);
            for (String key : new TreeSet<>(keys)) {
                found.addAll(transactions.run(connection -> column.indexes(connection, key)));
            }
        }
        return List.copyOf(found);
    }

    @Override
    public List<Problem> problems(Map<String, Place> retired) {
        Map<String, List<KeyHolding>> byKey = holdingsOf(retired.keySet()).stream()
                .collect(Collectors.groupingBy(KeyHolding::key, TreeMap::new, Collectors.toList()));
        List<Problem> problems = new ArrayList<>();
        byKey.forEach((key, holdings) -> problems.add(problem(retired.getOrDefault(key, Place.JAVA), key, holdings)));
        return List.copyOf(problems);
    }

    private List<ColumnScan> columns() {
        return transactions.run(connection -> {
            Database database = Database.of(connection);
            Catalogue catalogue = Catalogue.of(connection);
            return catalogue.columns().stream()
                    .filter(column -> column.kind() != ColumnKind.NONE)
                    .map(column -> new ColumnScan(database, catalogue, column))
                    .toList();
        });
    }

    private static Problem problem(Place place, String key, List<KeyHolding> holdings) {
        return new Problem(
                place,
                "keys." + key + ".state",
                Optional.of(Control.DATA_2),
                "a retired key that nothing needs",
                holdings.stream().map(KeyHolding::toString).collect(Collectors.joining(", ")),
                "Set it to decrypt-only, run the rotation over these columns, and scan again.");
    }
}
