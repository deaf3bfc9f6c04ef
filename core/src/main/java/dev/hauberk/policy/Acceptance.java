package dev.hauberk.policy;

import dev.hauberk.Control;
import java.time.LocalDate;

/**
 * A weakness that a person accepts, with a reason and a date on which that ends (POSTURE-2).
 *
 * @param control the control that is weaker than its baseline
 * @param why the reason; not blank
 * @param by who accepts it; not blank
 * @param until the last day on which it is accepted, in UTC
 */
public record Acceptance(
        @Setting(says = "The control that is weaker than its baseline.", control = Control.POSTURE_2)
        Control control,

        @Setting(says = "The reason.", control = Control.POSTURE_2)
        String why,

        @Setting(says = "Who accepts it.", control = Control.POSTURE_2)
        String by,

        @Setting(says = "The last day on which it is accepted.", control = Control.POSTURE_2)
        LocalDate until) {

    /** @throws IllegalArgumentException where the reason or the person is blank */
    public Acceptance {
        if (!isSaid(why) || !isSaid(by)) {
            throw new IllegalArgumentException("an acceptance names its reason and a person");
        }
    }

    /** A space without a width is not blank, and says as little. */
    private static boolean isSaid(String text) {
        return text.codePoints().anyMatch(Character::isLetterOrDigit);
    }
}
