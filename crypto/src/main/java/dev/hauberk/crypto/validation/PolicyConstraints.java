package dev.hauberk.crypto.validation;

import dev.hauberk.crypto.password.PasswordRules;
import dev.hauberk.policy.PasswordPolicy;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorFactory;

/**
 * Has {@link StrongPassword} hold what the application's policy says; every other constraint is made as before. It is given to the
 * application's validator: {@code configuration.constraintValidatorFactory(…)}. Thread-safe.
 */
public final class PolicyConstraints implements ConstraintValidatorFactory {
    private final PasswordPolicy policy;
    private final PasswordRules rules;
    private final ConstraintValidatorFactory others;

    /**
     * A factory.
     *
     * @param policy whose numbers the messages name
     * @param rules the rules of that policy
     * @param others makes every other validator: {@code configuration.getDefaultConstraintValidatorFactory()}
     */
    public PolicyConstraints(PasswordPolicy policy, PasswordRules rules, ConstraintValidatorFactory others) {
        this.policy = policy;
        this.rules = rules;
        this.others = others;
    }

    @Override
    public <T extends ConstraintValidator<?, ?>> T getInstance(Class<T> type) {
        return type == StrongPasswordValidator.class
                ? type.cast(new StrongPasswordValidator(policy, rules))
                : others.getInstance(type);
    }

    @Override
    public void releaseInstance(ConstraintValidator<?, ?> instance) {
        if (!(instance instanceof StrongPasswordValidator)) {
            others.releaseInstance(instance);
        }
    }
}
