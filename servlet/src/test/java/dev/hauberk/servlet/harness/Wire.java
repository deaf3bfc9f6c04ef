package dev.hauberk.servlet.harness;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;

/** Speaks HTTP/1.1 over a socket of its own, so that a test sends what no client would. */
public final class Wire {
    private static final int PATIENCE_MS = 20_000;

    private Wire() {}

    /** Sends a request without a body, on a connection that ends with it. */
    public static Reply send(int port, String method, String path, String... headers) {
        return send(port, method, path, "", headers);
    }

    /** Sends a request with a body in UTF-8, on a connection that ends with it. */
    public static Reply send(int port, String method, String path, String body, String... headers) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        StringBuilder head = new StringBuilder();
        head.append(method).append(' ').append(path).append(" HTTP/1.1\r\n");
        head.append("Host: localhost\r\nConnection: close\r\n");
        if (bytes.length > 0) {
            head.append("Content-Length: ").append(bytes.length).append("\r\n");
        }
        for (String header : headers) {
            head.append(header).append("\r\n");
        }
        return raw(port, head.append("\r\n").append(body).toString());
    }

    /** Sends exactly these characters, as UTF-8. */
    public static Reply raw(int port, String request) {
        return raw(port, request.getBytes(StandardCharsets.UTF_8));
    }

    /** Sends exactly these bytes and reads until the connection ends. */
    public static Reply raw(int port, byte[] request) {
        boolean head = new String(request, StandardCharsets.ISO_8859_1).startsWith("HEAD ");
        ByteArrayOutputStream received = new ByteArrayOutputStream();
        try (Socket socket = new Socket(InetAddress.getByName("127.0.0.1"), port)) {
            socket.setSoTimeout(PATIENCE_MS);
            socket.getOutputStream().write(request);
            socket.getOutputStream().flush();
            try {
                socket.getInputStream().transferTo(received);
            } catch (SocketException reset) {
                // An aborted connection: what came before it is the reply, and is found incomplete.
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Reply.parse(received.toByteArray(), head);
    }
}
