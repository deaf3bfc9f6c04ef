package dev.hauberk.jpa;

import dev.hauberk.crypto.field.CipherException;
import dev.hauberk.crypto.field.FieldContext;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serial;
import java.io.Serializable;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What Hibernate holds of an encrypted field instead of its value, and what a query that selects the field gives;
 * {@link EncryptedEntities#open} opens it.
 *
 * <p>A column takes nothing else, so that no query can store a value that is not encrypted; and nobody but this package makes one. Its
 * text says nothing of the value, and what is serialised of it, for a query cache, is the envelope. Not thread-safe: like an entity it
 * belongs to one session.
 */
public final class SealedValue implements Serializable {
    @Serial
    private static final long serialVersionUID = 1L;

    private final transient @Nullable Source source;
    private final transient Written written;
    private final transient boolean remembers;
    private transient @Nullable Object value;

    /**
     * Where a value comes from that was not written yet.
     *
     * @param column what will encrypt it
     * @param entity whose it is
     */
    private record Source(SealedColumn column, Object entity) {
        FieldContext place() {
            return column.place(entity);
        }
    }

    /** What the row holds. A value and what a session keeps of it to compare with share it, so that both know once it is written. */
    private static final class Written {
        private @Nullable String envelope;
        private @Nullable FieldContext place;
    }

    private SealedValue(@Nullable Source source, Written written, boolean remembers, @Nullable Object value) {
        this.source = source;
        this.written = written;
        this.remembers = remembers;
        this.value = value;
    }

    /** What a column holds. It does not remember what is in it: a query cache may hold the very same object. */
    static SealedValue stored(String envelope) {
        return new SealedValue(null, written(envelope), false, null);
    }

    /** What an entity holds. It is encrypted when it is written, and not before. */
    static SealedValue held(SealedColumn column, Object value, Object entity) {
        return new SealedValue(new Source(column, entity), new Written(), true, value);
    }

    private static Written written(String envelope) {
        Written written = new Written();
        written.envelope = envelope;
        return written;
    }

    /** The envelope, as the column holds it or is about to. */
    public String envelope() {
        if (written.envelope == null) {
            Source from = Objects.requireNonNull(source);
            FieldContext here = from.place();
            written.envelope = from.column().seal(Objects.requireNonNull(value), here);
            written.place = here;
        }
        return written.envelope;
    }

    /** Whether its value is known. */
    boolean isOpen() {
        return value != null;
    }

    /** The value, opened in the row of an entity. */
    Object of(SealedColumn column, Object entity) {
        if (value != null) {
            return value;
        }
        FieldContext here = column.place(entity);
        Object opened = column.open(envelope(), here);
        if (remembers) {
            value = opened;
            written.place = here;
        }
        return opened;
    }

    /**
     * Whether both hold the same value in the same row. One that was not opened is opened in the row of the other's entity; where it does
     * not open there, the entity has another tenant now.
     */
    boolean isLike(SealedValue other) {
        if (source == null) {
            return other.source == null ? envelope().equals(other.envelope()) : other.isLike(this);
        }
        try {
            return Objects.deepEquals(value, other.of(source.column(), source.entity()))
                    && (written.place == null && other.written.place == null
                            || where(source).equals(other.where(source)));
        } catch (CipherException e) {
            return false;
        }
    }

    /** Where it is written, or else where it will be. */
    private FieldContext where(Source row) {
        return written.place == null ? row.place() : written.place;
    }

    /** Takes over the envelope of the value before, where the value, its row and its key are still the same. */
    void keep(SealedValue before) {
        if (written.envelope == null
                && before.written.envelope != null
                && isLike(before)
                && !Objects.requireNonNull(source).column().cipher().isStale(before.written.envelope)) {
            written.envelope = before.written.envelope;
            written.place = before.written.place;
        }
    }

    /** What a session keeps to compare with: it remembers what is in it, and bytes that change in place do not change it. */
    SealedValue copy() {
        Object own = value instanceof byte[] bytes ? bytes.clone() : value;
        return new SealedValue(source, remembers ? written : written(envelope()), true, own);
    }

    @Override
    public String toString() {
        return "SealedValue[hidden]";
    }

    @Serial
    private Object writeReplace() {
        return new Serialised(envelope());
    }

    @Serial
    private void readObject(ObjectInputStream in) throws InvalidObjectException {
        throw new InvalidObjectException("a sealed value is read from its envelope");
    }

    /** The serialised form. */
    private record Serialised(String envelope) implements Serializable {
        @Serial
        private static final long serialVersionUID = 1L;

        @Serial
        private Object readResolve() {
            return stored(envelope);
        }
    }
}
