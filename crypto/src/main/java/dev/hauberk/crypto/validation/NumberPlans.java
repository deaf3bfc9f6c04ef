package dev.hauberk.crypto.validation;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.util.function.Predicate;

/** The telephone numbers that can exist, as libphonenumber knows them. The only class here that needs it. */
final class NumberPlans {
    /** No region: a number in the form of E.164 names its own. */
    private static final String NOWHERE = "ZZ";

    private NumberPlans() {}

    static Predicate<String> ofTheWorld() {
        PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
        return number -> {
            try {
                return numbers.isValidNumber(numbers.parse(number, NOWHERE));
            } catch (NumberParseException e) {
                return false;
            }
        };
    }
}
