package dev.hauberk.crypto.field;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;

/** Telephone numbers in the one form that is the same everywhere, such as {@code +493012345678}. */
record PhoneNumbers(PhoneNumberUtil numbers, String region) implements Normaliser {
    PhoneNumbers {
        if (!numbers.getSupportedRegions().contains(region)) {
            throw new IllegalArgumentException("a region is a code of ISO 3166-1 in capitals, such as DE");
        }
    }

    static Normaliser of(String region) {
        return new PhoneNumbers(PhoneNumberUtil.getInstance(), region);
    }

    @Override
    public String normalise(String value) {
        try {
            PhoneNumber number = numbers.parse(value, region);
            // A number that only its own town understands is none of E.164.
            if (numbers.isPossibleNumberWithReason(number) == ValidationResult.IS_POSSIBLE) {
                return numbers.format(number, PhoneNumberFormat.E164);
            }
        } catch (NumberParseException e) {
            // Its message holds the number.
        }
        throw new IllegalArgumentException("no telephone number");
    }
}
