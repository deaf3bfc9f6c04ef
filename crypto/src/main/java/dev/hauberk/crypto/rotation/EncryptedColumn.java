package dev.hauberk.crypto.rotation;

import dev.hauberk.Tenant;
import dev.hauberk.crypto.field.BlindIndex;
import dev.hauberk.crypto.field.FieldCodec;
import dev.hauberk.crypto.field.FieldContext;
import dev.hauberk.crypto.field.Legacy;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Where encrypted values are, and what they are bound to: everything that a {@link FieldContext} says of them.
 *
 * <p>Names are looked up in the database, as they are written or else but for the case of their letters. They are never
 * written into a statement as they come. Immutable.
 */
public final class EncryptedColumn {
    private final String table;
    private final String column;
    private final Owner owner;
    private final Binding binding;
    private final FieldCodec<?> codec;
    private final Optional<Index> index;
    private final Optional<Source> source;

    private EncryptedColumn(
            String table,
            String column,
            Owner owner,
            Binding binding,
            FieldCodec<?> codec,
            Optional<Index> index,
            Optional<Source> source) {
        this.table = table;
        this.column = column;
        this.owner = owner;
        this.binding = binding;
        this.codec = codec;
        this.index = index;
        this.source = source;
    }

    /** Whose a row is. */
    sealed interface Owner {
        /** It says so in a column. */
        record In(String column) implements Owner {}

        /** All are one tenant's. */
        record Fixed(Tenant tenant) implements Owner {}
    }

    /** What the values are bound to: the names of table and column, and the row's, which is made of the primary key. */
    record Binding(String table, String column, List<String> key, Function<List<String>, String> row) {}

    /** The column that finds the values. */
    record Index(String column, BlindIndex blind) {}

    /** The column that values come from, and how they are read there. */
    record Source(String column, Legacy legacy) {}

    /**
     * A column of texts, in a table with the primary key {@code id}, whose rows say in a column whose they are.
     *
     * @param tenantColumn the column with the tenant's id
     */
    public static EncryptedColumn of(String table, String column, String tenantColumn) {
        return of(table, column, new Owner.In(tenantColumn));
    }

    /** A column of texts, in a table with the primary key {@code id}, all of whose rows are one tenant's. */
    public static EncryptedColumn of(String table, String column, Tenant tenant) {
        return of(table, column, new Owner.Fixed(tenant));
    }

    private static EncryptedColumn of(String table, String column, Owner owner) {
        Binding binding = new Binding(table, column, List.of("id"), RowNames::joined);
        return new EncryptedColumn(
                table, column, owner, binding, FieldCodec.text(), Optional.empty(), Optional.empty());
    }

    /**
     * Of a table with another primary key. Its columns are whole numbers, decimals, texts or UUIDs, together unique, and none is null.
     * The row's name in the context is the text of the one column; of several, each after its length in bytes of UTF-8 and a colon.
     *
     * @throws IllegalArgumentException for no column
     */
    public EncryptedColumn keyedBy(String... columns) {
        if (columns.length == 0) {
            throw new IllegalArgumentException("a primary key has a column");
        }
        return bound(new Binding(binding.table(), binding.column(), List.of(columns), binding.row()));
    }

    /** Whose context names the row in a way of its own, made of the texts of the primary key's columns. */
    public EncryptedColumn rowNamed(Function<List<String>, String> name) {
        return bound(new Binding(binding.table(), binding.column(), binding.key(), name));
    }

    /** Whose context says other names than the database, for example those from before a table was renamed. */
    public EncryptedColumn boundTo(String table, String column) {
        return bound(new Binding(table, column, binding.key(), binding.row()));
    }

    /** Of values of another kind. A binary column holds bytes, whatever is said here. */
    public EncryptedColumn holding(FieldCodec<?> codec) {
        return new EncryptedColumn(table, column, owner, binding, codec, index, source);
    }

    /**
     * With a blind index beside it, which is made anew together with the value, or where it is missing. The text that is
     * indexed is the value's {@code toString}.
     */
    public EncryptedColumn indexed(String column, BlindIndex blind) {
        Optional<Index> with = Optional.of(new Index(column, blind));
        return new EncryptedColumn(table, this.column, owner, binding, codec, with, source);
    }

    /**
     * Whose values, where they are null, come from another column of the same row. That column stays as it is: the older version of the
     * application needs it still. (Values that are in the encrypted column itself and not encrypted yet are the cipher's to read, in a
     * {@link dev.hauberk.crypto.field.Migration}.)
     *
     * @param source the other column, of texts
     * @param legacy reads what is in it; where it throws, the row counts as unreadable
     */
    public EncryptedColumn migratingFrom(String source, Legacy legacy) {
        Optional<Source> from = Optional.of(new Source(source, legacy));
        return new EncryptedColumn(table, column, owner, binding, codec, index, from);
    }

    private EncryptedColumn bound(Binding other) {
        return new EncryptedColumn(table, column, owner, other, codec, index, source);
    }

    String table() {
        return table;
    }

    String column() {
        return column;
    }

    Owner owner() {
        return owner;
    }

    List<String> key() {
        return binding.key();
    }

    FieldCodec<?> codec() {
        return codec;
    }

    Optional<Index> index() {
        return index;
    }

    Optional<Source> source() {
        return source;
    }

    /** @throws IllegalArgumentException where the row's key or tenant is none that a context takes */
    FieldContext context(Tenant tenant, List<String> key) {
        return new FieldContext(
                tenant, binding.table(), binding.column(), binding.row().apply(key));
    }
}
