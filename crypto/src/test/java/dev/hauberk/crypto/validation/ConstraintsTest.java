package dev.hauberk.crypto.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.hauberk.crypto.password.PasswordRules;
import dev.hauberk.policy.PasswordPolicy;
import dev.hauberk.policy.SecurityPolicy;
import jakarta.validation.ConstraintDeclarationException;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.ValidatorFactory;
import jakarta.validation.constraints.NotNull;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConstraintsTest {
    /** As an application has them. */
    record Registration(
            @NotNull @StrongPassword String password,
            @E164 String phone,
            @E164(plan = false) String anyPhone,
            @OneLine String name,
            List<@StrongPassword(message = "no") String> older) {
        static Registration password(String password) {
            return new Registration(password, null, null, null, List.of());
        }
    }

    private final Validator validator = factory(null).getValidator();

    private static ValidatorFactory factory(PasswordPolicy policy) {
        var configuration =
                Validation.byDefaultProvider().configure().messageInterpolator(new ParameterMessageInterpolator());
        if (policy != null) {
            configuration.constraintValidatorFactory(new PolicyConstraints(
                    policy, PasswordRules.of(policy), configuration.getDefaultConstraintValidatorFactory()));
        }
        return configuration.buildValidatorFactory();
    }

    private static List<String> messages(Validator validator, Object bean) {
        return validator.validate(bean).stream()
                .map(ConstraintViolation::getMessage)
                .sorted()
                .toList();
    }

    @Test
    @Tag("AUTHN-1")
    void saysEachRuleThatAPasswordBreaks() {
        assertThat(messages(validator, Registration.password("short")))
                .containsExactly(
                        "Use a digit, 0 to 9.",
                        "Use a special character, such as a space, ! or #.",
                        "Use an upper-case letter, A to Z.",
                        "Use at least 8 characters.");
        assertThat(messages(validator, Registration.password("P@ssw0rd")))
                .containsExactly("Too many people use this password. Choose another.");
        assertThat(messages(validator, Registration.password("Correct-Horse-7-Battery")))
                .isEmpty();
    }

    @Test
    @Tag("AUTHN-1")
    void leavesNothingToNotNull() {
        assertThat(validator.validate(Registration.password(null)))
                .extracting(violation -> violation
                        .getConstraintDescriptor()
                        .getAnnotation()
                        .annotationType()
                        .getName())
                .containsExactly(NotNull.class.getName());
    }

    @Test
    @Tag("AUTHN-1")
    void saysAMessageOfOnesOwnOnce() {
        Registration registration =
                new Registration("Correct-Horse-7-Battery", null, null, null, List.of("short", "Better-Than-1!"));
        assertThat(messages(validator, registration)).containsExactly("no");
    }

    @Test
    @Tag("AUTHN-1")
    void holdsWhatThePolicySaysWhereItIsTold() {
        PasswordPolicy policy = SecurityPolicy.of(Map.of("passwords", Map.of("min-length", "12")))
                .passwords();
        try (ValidatorFactory told = factory(policy)) {
            assertThat(messages(told.getValidator(), Registration.password("tK9#vLq2-x")))
                    .containsExactly("Use at least 12 characters.");
            assertThat(messages(told.getValidator(), Registration.password(null)))
                    .hasSize(1);
        }
        assertThat(messages(validator, Registration.password("tK9#vLq2-x"))).isEmpty();
    }

    @Test
    void givesEveryOtherValidatorBackToWhoMadeIt() {
        PasswordPolicy policy = SecurityPolicy.of(Map.of()).passwords();
        CountingFactory others = new CountingFactory();
        PolicyConstraints constraints = new PolicyConstraints(policy, PasswordRules.of(policy), others);
        ConstraintValidator<?, ?> other = constraints.getInstance(OneLineValidator.class);
        ConstraintValidator<?, ?> own = constraints.getInstance(StrongPasswordValidator.class);
        constraints.releaseInstance(own);
        constraints.releaseInstance(other);
        assertThat(others.made).containsExactly(other);
        assertThat(others.released).containsExactly(other);
    }

    @ParameterizedTest
    @ValueSource(strings = {"+4930123456", "+14155552671", "+442079460958"})
    @NullSource
    void takesANumberOfE164(String number) {
        assertThat(messages(validator, new Registration("Better-Than-1!", number, number, null, List.of())))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "+",
                "4930123456",
                "+0930123456",
                "+49 30 123456",
                "+49-30-123456",
                "tel:+4930123456",
                "+4930123456;ext=1",
                "+٤٩٣٠١٢٣٤٥٦",
                "+123456",
                "+1234567890123456",
                "004930123456",
                "+4930123456\n"
            })
    void refusesWhatIsNotInTheForm(String number) {
        assertThat(validator.validate(new Registration("Better-Than-1!", null, number, null, List.of())))
                .hasSize(1);
        assertThat(messages(validator, new Registration("Better-Than-1!", number, null, null, List.of())))
                .containsExactly("Write the number with a plus and its country, such as +4930123456.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"+14155550", "+9991234567", "+210123456789", "+4411"})
    void refusesWhatNoCountryHasUnlessOnlyTheFormIsAsked(String number) {
        assertThat(messages(validator, new Registration("Better-Than-1!", number, null, null, List.of())))
                .hasSize(1);
        boolean inForm = number.matches("\\+[0-9]{7,15}");
        assertThat(messages(validator, new Registration("Better-Than-1!", null, number, null, List.of())))
                .hasSize(inForm ? 0 : 1);
    }

    @Test
    void letsNothingThroughWhereThePlansAreMissing() throws Exception {
        try (URLClassLoader without = new WithoutNumberPlans()) {
            ConstraintValidator<E164, CharSequence> e164 = validator(without);
            assertThatExceptionOfType(ConstraintDeclarationException.class)
                    .isThrownBy(() -> e164.initialize(phone("phone")))
                    .withMessageContaining("libphonenumber");
            assertThat(e164.isValid("+4930123456", null)).isFalse();
            e164.initialize(phone("anyPhone"));
            assertThat(e164.isValid("+4930123456", null)).isTrue();
        }
    }

    @SuppressWarnings("unchecked") // What was loaded anew is the same class by another loader.
    private static ConstraintValidator<E164, CharSequence> validator(ClassLoader loader) throws Exception {
        return (ConstraintValidator<E164, CharSequence>)
                loader.loadClass(E164Validator.class.getName()).getConstructor().newInstance();
    }

    private static E164 phone(String component) {
        return Stream.of(Registration.class.getRecordComponents())
                .filter(each -> each.getName().equals(component))
                .map(each -> each.getAnnotatedType().getAnnotation(E164.class))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Åsa O'Neill", "a\u00a0b", "🐎", "שלום", "a\u200db"})
    @NullSource
    void takesTextOnOneLine(String text) {
        assertThat(messages(validator, new Registration("Better-Than-1!", null, null, text, List.of())))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\nb", "a\r", "\t", "\0", "\u007f", "\u0085", "\u2028", "\u2029", "\u202a", "\u202e", "\u2066",
                "\u2069", "\ud800"
            })
    void refusesWhatIsNotOnOneLine(String text) {
        assertThat(messages(validator, new Registration("Better-Than-1!", null, null, text, List.of())))
                .containsExactly("Write it on one line, without control characters.");
    }

    /** Loads the validator anew, and knows nothing of libphonenumber. */
    private static final class WithoutNumberPlans extends URLClassLoader {
        WithoutNumberPlans() {
            super(
                    new URL[] {
                        E164Validator.class
                                .getProtectionDomain()
                                .getCodeSource()
                                .getLocation()
                    },
                    E164Validator.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (name.startsWith("com.google.i18n")) {
                throw new ClassNotFoundException(name);
            }
            boolean own = name.equals(E164Validator.class.getName()) || name.endsWith(".NumberPlans");
            if (!own) {
                return super.loadClass(name, resolve);
            }
            Class<?> loaded = findLoadedClass(name);
            return loaded == null ? findClass(name) : loaded;
        }
    }
}
