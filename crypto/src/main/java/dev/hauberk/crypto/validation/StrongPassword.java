package dev.hauberk.crypto.validation;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A new password that keeps the rules (AUTHN-1): those of a policy with nothing but defaults, or, with {@link PolicyConstraints}, those of the
 * application's own. Each rule that is broken is a violation with a message of its own. Null is valid: say {@code @NotNull} too.
 *
 * <p><b>Not guaranteed.</b> Nothing is known of whose password it is: {@link dev.hauberk.crypto.password.PasswordRules} can be told. A violation
 * holds the password as its invalid value, and frameworks log invalid values: Spring's binding errors do. Let the property be of
 * a type of yours that is a {@code CharSequence} and does not show itself in {@code toString}.
 */
@Documented
@Constraint(validatedBy = StrongPasswordValidator.class)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER, ElementType.ANNOTATION_TYPE, ElementType.TYPE_USE
})
@Retention(RetentionPolicy.RUNTIME)
public @interface StrongPassword {
    /** What is said in place of the rules' own messages; empty says those. */
    String message() default "";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
