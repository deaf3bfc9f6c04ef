package dev.hauberk.crypto.validation;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import org.jspecify.annotations.Nullable;

/** Validates {@link OneLine}. Thread-safe. */
public final class OneLineValidator implements ConstraintValidator<OneLine, CharSequence> {
    /** A validator. */
    public OneLineValidator() {}

    @Override
    public boolean isValid(@Nullable CharSequence text, ConstraintValidatorContext context) {
        return text == null || text.codePoints().allMatch(OneLineValidator::isOfALine);
    }

    private static boolean isOfALine(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE ->
                false;
            default -> !isOverride(point);
        };
    }

    /** The embeddings, overrides and isolates of Unicode's bidirectional algorithm. */
    private static boolean isOverride(int point) {
        return point >= 0x202A && point <= 0x202E || point >= 0x2066 && point <= 0x2069;
    }
}
