package dev.hauberk.servlet.endpoint;

import dev.hauberk.servlet.problem.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/** Answers one of the calls. */
@FunctionalInterface
interface Call {
    /** Answers, or says what problem there is. */
    Optional<Problem> answer(HttpServletRequest request, HttpServletResponse response) throws IOException;
}
