package dev.hauberk.spring.web;

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
    @RequestMapping("${spring.web.error.path:${error.path:/error}}")
    public void error(HttpServletRequest request, HttpServletResponse response) throws IOException {
        ErrorAnswer.write(request, response);
    }
}
