package dev.hauberk.example.probe;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.Callable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Routes that only tests have: each answers in a way on which headers are easily lost. In a package that the workbench does not
 * scan.
 */
@RestController
@RequestMapping("/api/v2/probes")
public class Probes {
    @GetMapping("/failure")
    Map<String, String> failure() {
        throw new IllegalStateException("secret of ada@acme.example");
    }

    @GetMapping("/redirect")
    void redirect(HttpServletResponse response) throws IOException {
        response.sendRedirect("/");
    }

    @GetMapping("/async")
    Callable<Map<String, String>> async() {
        return () -> Map.of("thread", "another");
    }

    @GetMapping("/early-flush")
    void earlyFlush(HttpServletResponse response) throws IOException {
        response.setContentType("application/json");
        response.getWriter().write("[1,");
        response.flushBuffer();
        response.getWriter().write("2]");
    }

    @GetMapping("/not-modified")
    ResponseEntity<Map<String, String>> notModified() {
        return ResponseEntity.ok().eTag("\"v1\"").body(Map.of("version", "1"));
    }

    @GetMapping("/send-error")
    void sendError(HttpServletResponse response) throws IOException {
        response.sendError(418, "secret of ada@acme.example");
    }

    @GetMapping("/own-headers")
    Map<String, String> ownHeaders(HttpServletResponse response) {
        response.setHeader("x-frame-options", "ALLOWALL");
        response.addHeader("Content-Security-Policy", "default-src *");
        response.addHeader("Cache-Control", "public");
        return Map.of("headers", "own");
    }

    @GetMapping("/get-only")
    Map<String, String> getOnly() {
        return Map.of("method", "GET");
    }

    @GetMapping("/length-first")
    void lengthFirst(HttpServletResponse response) throws IOException {
        response.setContentType("application/json");
        response.setContentLength(2);
        response.getOutputStream().write("[]".getBytes(StandardCharsets.US_ASCII));
    }

    @GetMapping("/leak")
    Map<String, Object> leak() {
        return Map.of("name", "x", "nested", Map.of("accessToken", "leak-access-token", "pass_word", "leak-password"));
    }
}
