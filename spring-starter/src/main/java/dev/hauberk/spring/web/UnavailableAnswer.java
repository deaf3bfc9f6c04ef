package dev.hauberk.spring.web;

import dev.hauberk.UnavailableException;
import dev.hauberk.servlet.problem.ProblemCode;
import dev.hauberk.servlet.problem.Problems;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/**
 * Answers 503 where a controller asked something of the library whose store does not answer, as the steps do. An application's own handler
 * of exceptions comes first.
 */
public final class UnavailableAnswer implements HandlerExceptionResolver, Ordered {
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception failure) {
        if (!(failure instanceof UnavailableException)) {
            return null;
        }
        try {
            return Problems.write(request, response, ProblemCode.UNAVAILABLE) ? new ModelAndView() : null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
