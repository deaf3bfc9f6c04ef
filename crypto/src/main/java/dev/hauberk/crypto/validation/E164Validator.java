package dev.hauberk.crypto.validation;

import jakarta.validation.ConstraintDeclarationException;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Validates {@link E164}. Thread-safe once it is initialised. */
public final class E164Validator implements ConstraintValidator<E164, CharSequence> {
    private static final Pattern FORM = Pattern.compile("\\+[1-9][0-9]{6,14}");

    private Predicate<String> plan = number -> false;

    @Override
    public void initialize(E164 constraint) {
        plan = constraint.plan() ? plans() : number -> true;
    }

    @Override
    public boolean isValid(@Nullable CharSequence number, ConstraintValidatorContext context) {
        return number == null || FORM.matcher(number).matches() && plan.test(number.toString());
    }

    private static Predicate<String> plans() {
        try {
            return NumberPlans.ofTheWorld();
        } catch (NoClassDefFoundError e) {
            throw new ConstraintDeclarationException(
                    "@E164 needs com.googlecode.libphonenumber:libphonenumber; add it, or write @E164(plan = false)",
                    e);
        }
    }
}
