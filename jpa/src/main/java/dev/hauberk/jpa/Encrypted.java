package dev.hauberk.jpa;

import dev.hauberk.data.Classification;
import dev.hauberk.data.Classified;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.hibernate.annotations.Type;

/**
 * A field of an entity that is encrypted in its column (DATA-2). The entity holds the value; the database, the second-level cache
 * and every projection hold the envelope, which opens only in the tenant, table, column and row for which it was made. The field is
 * {@linkplain Classification#RESTRICTED restricted}, so that the catalogue also keeps it out of logs and responses.
 *
 * <p>The field is a {@code String}, a {@code byte[]}, a whole number, a {@code BigDecimal}, a {@code BigInteger}, a {@code LocalDate}
 * or an {@code Instant}; its column is a text of about 140 characters more than four thirds of the value. The entity's id is
 * assigned before the insert, by the application or as a UUID. Anything else is refused when Hibernate starts.
 *
 * <p>Works where {@link EncryptedEntities} is installed. Where it is not, nothing is stored and nothing is read.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
@Type(SealedType.class)
@Classified(Classification.RESTRICTED)
public @interface Encrypted {
    /**
     * The property of the entity that says whose the row is: a {@code String}, a {@code UUID} or a whole number. Where it is left out,
     * it is the property with Hibernate's {@code @TenantId}, and where there is none, the one tenant of the installation.
     */
    String tenant() default "";

    /** The table that the value is bound to, where it is not the name of today's: a table that was renamed keeps its old name here. */
    String table() default "";

    /** The column that the value is bound to, where it is not the name of today's. */
    String column() default "";

    /** The bytes that a value's length is rounded up to, 2 to 65,536, so that it says less of it; 0 for its own length. */
    int bucket() default 0;
}
