package dev.hauberk.data;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says how sensitive a field is. On a type it speaks for every field of it that has no mark of its own; on an annotation, for every field
 * that bears that annotation. Of several marks on one field the strictest counts.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.RECORD_COMPONENT, ElementType.TYPE, ElementType.ANNOTATION_TYPE})
public @interface Classified {
    /** The level. */
    Classification value();

    /**
     * The field of which this one holds a copy, where it has another name: {@code Customer.email}. A copy that is laxer than what it
     * is a copy of is a problem at start.
     */
    String from() default "";
}
