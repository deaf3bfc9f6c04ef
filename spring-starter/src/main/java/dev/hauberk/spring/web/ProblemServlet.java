package dev.hauberk.spring.web;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Answers the errors of the management port as problems, with no text of an exception (INPUT-3). A servlet and no controller, since
 * actuator has one there already, which would say more.
 */
public final class ProblemServlet extends HttpServlet {
    /** The name under which it is registered. */
    public static final String NAME = "hauberk-problem";

    /** The path to which the container dispatches. No rule permits it to be asked for. */
    public static final String PATH = "/hauberk-problem";

    private static final long serialVersionUID = 1L;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        ErrorAnswer.write(request, response);
    }
}
