package dev.hauberk.jpa;

import java.io.Serializable;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Objects;
import org.hibernate.type.descriptor.WrapperOptions;
import org.hibernate.type.descriptor.sql.spi.DdlTypeRegistry;
import org.hibernate.usertype.AnnotationBasedUserType;
import org.hibernate.usertype.UserTypeCreationContext;
import org.jspecify.annotations.Nullable;

/**
 * Hibernate's type of an encrypted column: it holds {@link SealedValue}s and nothing else, whatever the field of the entity is. Whoever
 * binds anything else to it, an HQL update for example, is refused; the second-level cache holds the envelope.
 *
 * <p>Values are plain objects in the signatures, so that what is none can be refused in words.
 */
final class SealedType implements AnnotationBasedUserType<Encrypted, Object> {
    /**
     * A type of column that no other is like: Hibernate lets a query assign whatever belongs to the same family of types, and would
     * take any text for one that is a text.
     */
    private static final int CODE = 7_300;

    private @Nullable Encrypted mark;
    private boolean installed;

    @Override
    public void initialize(Encrypted annotation, UserTypeCreationContext context) {
        this.mark = annotation;
        DdlTypeRegistry names = context.getBuildingContext()
                .getMetadataCollector()
                .getTypeConfiguration()
                .getDdlTypeRegistry();
        names.addDescriptorIfAbsent(CODE, names.getDescriptor(Types.VARCHAR));
    }

    /** The mark on the field. */
    Encrypted mark() {
        return Objects.requireNonNull(mark);
    }

    /** Something encrypts what it stores, and opens what it reads. */
    void install() {
        this.installed = true;
    }

    private SealedValue stored(String envelope) {
        if (!installed) {
            throw new IllegalStateException(
                    "a field is marked @Encrypted and nothing opens it: install EncryptedEntities in Hibernate");
        }
        return SealedValue.stored(envelope);
    }

    private static SealedValue sealed(Object value) {
        if (value instanceof SealedValue sealed) {
            return sealed;
        }
        throw new IllegalStateException("an encrypted column takes only what was encrypted, and this is a "
                + value.getClass().getName()
                + ": set the field of an entity instead, and install EncryptedEntities in Hibernate");
    }

    @Override
    public int getSqlType() {
        return CODE;
    }

    @Override
    @SuppressWarnings(
            "unchecked") // The values are sealed ones; the signatures are wider for the sake of what is refused.
    public Class<Object> returnedClass() {
        return (Class<Object>) (Class<?>) SealedValue.class;
    }

    @Override
    public boolean equals(@Nullable Object one, @Nullable Object other) {
        return one == null || other == null ? one == other : sealed(one).isLike(sealed(other));
    }

    /** The same for all: the value of one that was not opened is not known. */
    @Override
    public int hashCode(Object value) {
        return SealedType.class.hashCode();
    }

    @Override
    public @Nullable Object nullSafeGet(ResultSet row, int position, WrapperOptions options) throws SQLException {
        String envelope = row.getString(position);
        return envelope == null ? null : stored(envelope);
    }

    @Override
    public void nullSafeSet(PreparedStatement statement, @Nullable Object value, int position, WrapperOptions options)
            throws SQLException {
        if (value == null) {
            statement.setNull(position, Types.VARCHAR);
        } else {
            statement.setString(position, sealed(value).envelope());
        }
    }

    @Override
    public @Nullable Object deepCopy(@Nullable Object value) {
        return value == null ? null : sealed(value).copy();
    }

    /** Values that are bytes can change in place. */
    @Override
    public boolean isMutable() {
        return true;
    }

    @Override
    public @Nullable Serializable disassemble(@Nullable Object value) {
        return value == null ? null : sealed(value).envelope();
    }

    @Override
    public @Nullable Object assemble(@Nullable Serializable cached, Object owner) {
        return cached == null ? null : stored((String) cached);
    }
}
