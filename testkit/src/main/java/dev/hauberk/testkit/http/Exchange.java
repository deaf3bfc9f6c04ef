package dev.hauberk.testkit.http;

import java.util.Optional;

/**
 * A request and its answer.
 *
 * @param address where it went
 * @param request what was asked
 * @param response what was answered
 */
public record Exchange(Address address, Request request, Response response) {
    public int status() {
        return response.status();
    }

    public boolean succeeded() {
        return response.succeeded();
    }

    public String text() {
        return response.text();
    }

    public Optional<String> header(String name) {
        return response.header(name);
    }

    /** A command that repeats it. */
    public String curl() {
        return Curl.of(address, request);
    }

    @Override
    public String toString() {
        return request.method() + " " + request.target() + " -> " + response;
    }
}
