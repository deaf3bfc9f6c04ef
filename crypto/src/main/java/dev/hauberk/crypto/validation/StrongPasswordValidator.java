package dev.hauberk.crypto.validation;

import dev.hauberk.crypto.password.PasswordRule;
import dev.hauberk.crypto.password.PasswordRules;
import dev.hauberk.policy.PasswordPolicy;
import dev.hauberk.policy.SecurityPolicy;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Validates {@link StrongPassword}. Thread-safe. */
public final class StrongPasswordValidator implements ConstraintValidator<StrongPassword, CharSequence> {
    private final PasswordPolicy policy;
    private final PasswordRules rules;

    /** By the rules of a policy with nothing but defaults. */
    public StrongPasswordValidator() {
        this(SecurityPolicy.of(Map.of()).passwords());
    }

    private StrongPasswordValidator(PasswordPolicy policy) {
        this(policy, PasswordRules.of(policy));
    }

    StrongPasswordValidator(PasswordPolicy policy, PasswordRules rules) {
        this.policy = policy;
        this.rules = rules;
    }

    /**
     * {@inheritDoc}
     *
     * @throws dev.hauberk.UnavailableException where the policy has passwords looked up and is closed, and nobody answers
     */
    @Override
    public boolean isValid(@Nullable CharSequence password, ConstraintValidatorContext context) {
        List<PasswordRule> broken = password == null ? List.of() : rules.broken(password);
        if (context.getDefaultConstraintMessageTemplate().isEmpty()) {
            context.disableDefaultConstraintViolation();
            broken.forEach(rule -> context.buildConstraintViolationWithTemplate(rule.message(policy))
                    .addConstraintViolation());
        }
        return broken.isEmpty();
    }
}
