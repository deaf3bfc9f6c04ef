package dev.hauberk.crypto.validation;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A telephone number in the one form of E.164: a plus, and up to fifteen digits of which the first is none of 0. By the plan of its
 * country it must be a number that can exist, for which libphonenumber must be on the class path. Null is valid: say {@code
 * @NotNull} too.
 *
 * <p><b>Not guaranteed.</b> That anybody has the number, or that it is whose it is said to be.
 */
@Documented
@Constraint(validatedBy = E164Validator.class)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER, ElementType.ANNOTATION_TYPE, ElementType.TYPE_USE
})
@Retention(RetentionPolicy.RUNTIME)
public @interface E164 {
    /** What is said of another value. */
    String message() default "Write the number with a plus and its country, such as +4930123456.";

    /**
     * Whether it is held against the plan of its country. Without libphonenumber that cannot be, and validating throws a {@link
     * jakarta.validation.ConstraintDeclarationException}: nothing is let through because something is missing.
     */
    boolean plan() default true;

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
