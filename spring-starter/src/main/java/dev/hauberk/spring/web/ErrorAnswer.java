package dev.hauberk.spring.web;

import dev.hauberk.servlet.problem.Problem;
import dev.hauberk.servlet.problem.Problems;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** What is answered to a dispatch for an error: the problem of its status, and nothing else of it. */
final class ErrorAnswer {
    private ErrorAnswer() {}

    static void write(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        Problems.write(request, response, Problem.ofStatus(status instanceof Integer code ? code : 500));
    }
}
