package dev.hauberk.servlet.step;

import dev.hauberk.servlet.problem.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;

/** What a refused request costs the address that it comes from (RATE-5), so that refusals are not free to ask for. */
@FunctionalInterface
public interface Toll {
    /**
     * Takes it, once a request.
     *
     * @return what is answered instead, where the address has had too many; empty where it has not
     */
    Optional<Problem> take(HttpServletRequest request, HttpServletResponse response);

    /** Takes nothing, for a step that is registered alone. */
    static Toll none() {
        return (request, response) -> Optional.empty();
    }
}
