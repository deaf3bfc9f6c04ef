package dev.hauberk.testkit.http;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A request, sent as it is written: nothing is encoded, folded or repaired. Immutable and thread-safe.
 *
 * @param method as it goes on the wire; any text
 * @param target the request target as it goes on the wire: a path, an absolute form, or anything else
 * @param version for example {@code HTTP/1.1}
 * @param headers besides Host, Connection and Content-Length, which are added where they are not among these
 * @param body empty where there is none
 * @param framed whether a Content-Length is added for the body
 */
public record Request(String method, String target, String version, List<Header> headers, Bytes body, boolean framed) {

    public Request {
        headers = List.copyOf(headers);
    }

    /** A request without a body. */
    public static Request of(String method, String target) {
        return new Request(method, target, "HTTP/1.1", List.of(), Bytes.NONE, true);
    }

    public static Request get(String target) {
        return of("GET", target);
    }

    public static Request post(String target) {
        return of("POST", target);
    }

    /** With another method. */
    public Request withMethod(String other) {
        return new Request(other, target, version, headers, body, framed);
    }

    /** With another target. */
    public Request withTarget(String other) {
        return new Request(method, other, version, headers, body, framed);
    }

    /** With another version, for example {@code HTTP/1.0}. */
    public Request withVersion(String other) {
        return new Request(method, target, other, headers, body, framed);
    }

    /** With one header line more, whether or not there is one of this name. */
    public Request with(String name, String value) {
        List<Header> more = new ArrayList<>(headers);
        more.add(new Header(name, value));
        return new Request(method, target, version, more, body, framed);
    }

    /** Without any header of a name. */
    public Request without(String name) {
        return new Request(
                method,
                target,
                version,
                headers.stream().filter(header -> !header.is(name)).toList(),
                body,
                framed);
    }

    /** With one header of this name, in place of all there were. */
    public Request replacing(String name, String value) {
        return without(name).with(name, value);
    }

    /** With a JSON body. */
    public Request json(String text) {
        return body("application/json", text);
    }

    /** With a form. */
    public Request form(String text) {
        return body("application/x-www-form-urlencoded", text);
    }

    /** With a body of some type. */
    public Request body(String type, String text) {
        return body(type, Bytes.of(text));
    }

    /** With a body of some type. */
    public Request body(String type, Bytes bytes) {
        return new Request(method, target, version, headers, bytes, framed).replacing("Content-Type", type);
    }

    /** In chunks, without a Content-Length. */
    public Request chunked() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        if (body.length() > 0) {
            out.writeBytes((Integer.toHexString(body.length()) + "\r\n").getBytes(StandardCharsets.US_ASCII));
            out.writeBytes(body.array());
            out.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
        }
        out.writeBytes("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        return new Request(method, target, version, headers, new Bytes(out.toByteArray()), false)
                .with("Transfer-Encoding", "chunked");
    }

    /** Whether a header of a name is among those that were given. */
    public boolean has(String name) {
        return headers.stream().anyMatch(header -> header.is(name));
    }

    /** What goes before the body, in ISO-8859-1. */
    String head(Address address) {
        StringBuilder text = new StringBuilder();
        text.append(method)
                .append(' ')
                .append(target)
                .append(' ')
                .append(version)
                .append("\r\n");
        if (!has("Host")) {
            text.append("Host: ").append(address.authority()).append("\r\n");
        }
        headers.forEach(header -> text.append(header).append("\r\n"));
        if (framed && (body.length() > 0 || takesBody()) && !has("Content-Length")) {
            text.append("Content-Length: ").append(body.length()).append("\r\n");
        }
        if (!has("Connection")) {
            text.append("Connection: close\r\n");
        }
        return text.append("\r\n").toString();
    }

    private boolean takesBody() {
        return method.equals("POST") || method.equals("PUT") || method.equals("PATCH");
    }
}
