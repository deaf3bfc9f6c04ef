package dev.hauberk.policy;

import dev.hauberk.Control;
import java.util.Optional;

/**
 * One thing that is wrong with a policy. Holds no secret: where what is set may be one, it is not shown.
 *
 * @param place where it is written
 * @param path which setting, for example {@code sign-in.attempts}
 * @param control the control that asks for it, where it is one
 * @param asked what may or must be there
 * @param set what is there
 * @param remedy what to write instead
 */
public record Problem(Place place, String path, Optional<Control> control, String asked, String set, String remedy) {
    /** The problem in a line: place, path, control, asked, set and remedy. */
    @Override
    public String toString() {
        return "%s  %s%s  asked: %s; set: %s. %s"
                .formatted(place, path, control.map(c -> " [" + c.id() + "]").orElse(""), asked, set, remedy);
    }
}
