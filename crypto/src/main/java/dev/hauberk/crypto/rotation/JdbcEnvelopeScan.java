package dev.hauberk.crypto.rotation;

import dev.hauberk.Control;
import dev.hauberk.policy.Place;
import dev.hauberk.policy.Problem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A scan by SQL, a transaction a column. */
final class JdbcEnvelopeScan implements EnvelopeScan {
    private static final Place PLACE = new Place("the database", 0);

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
    public List<Problem> problems(Collection<String> retired) {
        return holdingsOf(retired).stream().collect(Collectors.groupingBy(KeyHolding::key)).entrySet().stream()
                .map(holdings -> problem(holdings.getKey(), holdings.getValue()))
                .sorted((one, other) -> one.path().compareTo(other.path()))
                .toList();
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

    private static Problem problem(String key, List<KeyHolding> holdings) {
        return new Problem(
                PLACE,
                "keys." + key + ".state",
                Optional.of(Control.DATA_2),
                "a retired key that nothing needs",
                holdings.stream().map(KeyHolding::toString).collect(Collectors.joining(", ")),
                "Set it to decrypt-only, run the rotation over these columns, and scan again.");
    }
}
