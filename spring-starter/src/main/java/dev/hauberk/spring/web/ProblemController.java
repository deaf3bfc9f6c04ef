package dev.hauberk.spring.web;

import dev.hauberk.servlet.problem.Problem;
import dev.hauberk.servlet.problem.Problems;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Answers every error that an application does not answer itself as a problem, with no text of an exception (INPUT-3). */
@Controller
public final class ProblemController implements ErrorController {
    /** Answers a dispatch to the error path. */
    @RequestMapping("${server.error.path:${error.path:/error}}")
    public void error(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        Problems.write(request, response, Problem.ofStatus(status instanceof Integer code ? code : 500));
    }
}
