package dev.hauberk.crypto.validation;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorFactory;
import java.util.ArrayList;
import java.util.List;

/** Makes validators by their constructor, and knows which. */
final class CountingFactory implements ConstraintValidatorFactory {
    final List<ConstraintValidator<?, ?>> made = new ArrayList<>();
    final List<ConstraintValidator<?, ?>> released = new ArrayList<>();

    @Override
    public <T extends ConstraintValidator<?, ?>> T getInstance(Class<T> type) {
        try {
            T validator = type.getConstructor().newInstance();
            made.add(validator);
            return validator;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void releaseInstance(ConstraintValidator<?, ?> instance) {
        released.add(instance);
    }
}
