package dev.hauberk.crypto.rotation;

import dev.hauberk.Tenant;
import dev.hauberk.UnavailableException;
import dev.hauberk.crypto.field.FieldCipher;
import dev.hauberk.crypto.field.FieldCodec;
import dev.hauberk.crypto.field.FieldContext;
import dev.hauberk.crypto.field.Legacy;
import java.util.Optional;

/** Decides what becomes of a row of one column, and makes its new envelope. Reaches no database. Thread-safe. */
final class Sealer {
    private final FieldCipher cipher;
    private final EncryptedColumn column;

    Sealer(FieldCipher cipher, EncryptedColumn column) {
        this.cipher = cipher;
        this.column = column;
    }

    /**
     * What becomes of a row.
     *
     * @throws UnavailableException where the cipher cannot encrypt now
     * @throws dev.hauberk.crypto.field.KeyExhaustedException where its key may encrypt no more
     */
    Outcome of(Row row) {
        boolean empty = row.value().isEmpty() && row.source().isEmpty();
        return empty || isCurrent(row) ? new Outcome.Kept() : opened(row).seal();
    }

    private boolean isCurrent(Row row) {
        return row.value().map(this::isCurrent).orElse(false)
                && column.index()
                        .map(index -> row.index()
                                .map(text -> !index.blind().isStale(text))
                                .orElse(false))
                        .orElse(true);
    }

    private boolean isCurrent(Stored stored) {
        return stored instanceof Stored.Bytes binary
                ? !cipher.isStale(binary.bytes())
                : !cipher.isStale(((Stored.Text) stored).text());
    }

    /** What was opened, and how it is closed again. */
    @FunctionalInterface
    private interface Opened {
        Outcome seal();
    }

    /** Whatever goes wrong up to here is the row's fault, but that something did not answer. */
    private Opened opened(Row row) {
        try {
            Tenant tenant = tenant(row);
            FieldContext context = column.context(tenant, row.key());
            if (row.value().orElse(null) instanceof Stored.Bytes binary) {
                byte[] value = cipher.decrypt(binary.bytes(), context);
                return () -> new Outcome.Resealed(new Stored.Bytes(cipher.encrypt(value, context)), Optional.empty());
            }
            return opened(row, column.codec(), tenant, context);
        } catch (UnavailableException e) {
            throw e;
        } catch (RuntimeException e) {
            return Outcome.Unreadable::new;
        }
    }

    private <T> Opened opened(Row row, FieldCodec<T> codec, Tenant tenant, FieldContext context) {
        T value = value(row, codec, context);
        Optional<String> index = column.index().map(to -> to.blind().of(value.toString(), tenant));
        return () -> new Outcome.Resealed(new Stored.Text(cipher.encrypt(value, codec, context)), index);
    }

    /** What the row holds, or else what the other column does: where there is neither, nobody asks. */
    private <T> T value(Row row, FieldCodec<T> codec, FieldContext context) {
        Optional<Stored> stored = row.value();
        if (stored.isPresent()) {
            return cipher.decrypt(((Stored.Text) stored.get()).text(), codec, context);
        }
        Legacy legacy = column.source().orElseThrow().legacy();
        return codec.parse(legacy.open(row.source().orElseThrow(), context));
    }

    private Tenant tenant(Row row) {
        EncryptedColumn.Owner owner = column.owner();
        return owner instanceof EncryptedColumn.Owner.Fixed fixed
                ? fixed.tenant()
                : new Tenant(row.tenant().orElseThrow());
    }
}
