package dev.hauberk.crypto.password;

import dev.hauberk.policy.PasswordPolicy;
import dev.hauberk.policy.PasswordPolicy.CharacterClass;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The rules of a {@link PasswordPolicy}. */
final class PolicyPasswordRules implements PasswordRules {
    private final PasswordPolicy policy;
    private final AskedBreachCheck breaches;
    private final HashingGate gate = HashingGate.forThisMachine();

    PolicyPasswordRules(PasswordPolicy policy, AskedBreachCheck breaches) {
        this.policy = policy;
        this.breaches = breaches;
    }

    @Override
    public List<PasswordRule> broken(CharSequence password, Personal personal) {
        Optional<CharSequence> normalised = PasswordText.normalised(password, policy.maxBytes());
        if (normalised.isEmpty() || isTooLong(normalised.get())) {
            // Nothing else is looked at: what is too long costs nothing more than its length.
            return List.of(PasswordRule.TOO_LONG);
        }
        CharSequence text = normalised.get();
        List<PasswordRule> broken = composition(text);
        if (!broken.isEmpty()) {
            return broken;
        }
        return guessable(text, personal)
                .or(() -> breaches.hasLeaked(text) ? Optional.of(PasswordRule.BREACHED) : Optional.empty())
                .map(List::of)
                .orElse(List.of());
    }

    private List<PasswordRule> composition(CharSequence text) {
        List<PasswordRule> broken = new ArrayList<>();
        if (Character.codePointCount(text, 0, text.length()) < policy.minLength()) {
            broken.add(PasswordRule.TOO_SHORT);
        }
        Set<CharacterClass> missing = EnumSet.noneOf(CharacterClass.class);
        missing.addAll(policy.require());
        text.chars().forEach(c -> missing.removeIf(wanted -> isOf(wanted, c)));
        missing.forEach(wanted -> broken.add(ruleOf(wanted)));
        return List.copyOf(broken);
    }

    private Optional<PasswordRule> guessable(CharSequence text, Personal personal) {
        if (policy.strength() == 0) {
            return Optional.empty();
        }
        if (CommonPasswords.contain(text)) {
            return Optional.of(PasswordRule.COMMON);
        }
        Guessability guessability = gate.pass(0, () -> Guessability.of(text, personal));
        if (guessability.personal()) {
            // Acme-2026! is a word that its user's attacker tries first, and six signs: just over a hundred million
            // guesses.
            int asked = Math.min(policy.strength() + 1, Guessability.STRONGEST);
            return guessability.score() < asked ? Optional.of(PasswordRule.PERSONAL) : Optional.empty();
        }
        return guessability.score() < policy.strength() ? Optional.of(PasswordRule.TOO_WEAK) : Optional.empty();
    }

    private boolean isTooLong(CharSequence normalised) {
        Optional<byte[]> bytes = PasswordText.bytes(normalised, policy.maxBytes());
        bytes.ifPresent(found -> Arrays.fill(found, (byte) 0));
        return bytes.isEmpty();
    }

    /** ASCII alone: a fullwidth letter is no letter to whoever reads the policy. */
    private static boolean isOf(CharacterClass wanted, int c) {
        boolean upper = c >= 'A' && c <= 'Z';
        boolean lower = c >= 'a' && c <= 'z';
        boolean digit = c >= '0' && c <= '9';
        return switch (wanted) {
            case UPPER_CASE -> upper;
            case LOWER_CASE -> lower;
            case DIGIT -> digit;
            case SPECIAL -> c >= ' ' && c <= '~' && !upper && !lower && !digit;
        };
    }

    private static PasswordRule ruleOf(CharacterClass wanted) {
        return switch (wanted) {
            case UPPER_CASE -> PasswordRule.UPPER_CASE;
            case LOWER_CASE -> PasswordRule.LOWER_CASE;
            case DIGIT -> PasswordRule.DIGIT;
            case SPECIAL -> PasswordRule.SPECIAL;
        };
    }
}
