package dev.hauberk.servlet.harness;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** A servlet in a lambda. */
public interface Handler {
    void handle(HttpServletRequest request, HttpServletResponse response) throws IOException, ServletException;

    /** The servlet that calls this for every method. */
    @SuppressWarnings("serial")
    default HttpServlet servlet() {
        return new HttpServlet() {
            @Override
            protected void service(HttpServletRequest request, HttpServletResponse response)
                    throws IOException, ServletException {
                handle(request, response);
            }
        };
    }
}
