package dev.hauberk.servlet.problem;

import dev.hauberk.json.JsonWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * One problem, as RFC 9457 has it: a code, and what the code's documentation says comes with it.
 *
 * <p>Immutable and thread-safe. Holds no text of an exception and nothing that a client sent.
 *
 * @param code which problem
 * @param status the HTTP status, the code's own unless an application chose another
 * @param members more members of the body, such as {@code rules}; names of rules and counts, never what was sent
 * @param headers response headers that belong to it, such as {@code Retry-After}
 */
public record Problem(
        ProblemCode code, int status, Map<String, List<String>> members, Map<String, List<String>> headers) {
    /** @throws IllegalArgumentException where the status is no error */
    public Problem {
        if (status < 400 || status > 599) {
            throw new IllegalArgumentException("a problem's status is 400 to 599");
        }
        members = Map.copyOf(members);
        headers = Map.copyOf(headers);
    }

    /** The problem of a code. */
    public static Problem of(ProblemCode code) {
        return new Problem(code, code.status(), Map.of(), Map.of());
    }

    /** The problem of a status for which nobody gave a code; what is no error becomes a 500. */
    public static Problem ofStatus(int status) {
        boolean error = status >= 400 && status <= 599;
        return new Problem(ProblemCode.ofStatus(error ? status : 500), error ? status : 500, Map.of(), Map.of());
    }

    /** The same with a member that lists codes. */
    public Problem with(String member, List<String> codes) {
        Map<String, List<String>> more = new LinkedHashMap<>(members);
        more.put(member, List.copyOf(codes));
        return new Problem(code, status, more, headers);
    }

    /** The same with a response header, beside those of the same name. */
    public Problem withHeader(String name, String value) {
        Map<String, List<String>> more = new LinkedHashMap<>(headers);
        more.merge(
                name,
                List.of(value),
                (before, one) -> Stream.concat(before.stream(), one.stream()).toList());
        return new Problem(code, status, members, more);
    }

    /** The body: JSON on one line, the same text for the same problem and id. */
    public String body(String requestId) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", "about:blank");
        body.put("title", code.title());
        body.put("status", status);
        body.put("code", code.code());
        body.put("requestId", requestId);
        members.keySet().stream().sorted().forEach(name -> body.put(name, members.getOrDefault(name, List.of())));
        return JsonWriter.write(body);
    }
}
