package dev.hauberk.jpa;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An encrypted text that can be found by equality: a companion beside it holds its {@linkplain dev.hauberk.crypto.field.BlindIndex blind
 * index}, which is written with every insert and update of the row. Queries compare the companion with what
 * {@link EncryptedEntities#index} looks up. What an index tells whoever reads the column is written there.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface BlindIndexed {
    /** The property of the entity that holds the index: a {@code String} of at least 76 characters that nothing else writes. */
    String companion();

    /** Which values are the same: {@code text}, {@code exact}, or a name that {@link EncryptedEntitiesBuilder#normaliser} gave. */
    String normaliser() default "text";

    /** How many bits of the index are left, 8 to 256; fewer hide more, and make the index of no use for a unique constraint. */
    int bits() default 256;
}
