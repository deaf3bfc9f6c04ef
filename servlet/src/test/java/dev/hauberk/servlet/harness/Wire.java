package dev.hauberk.servlet.harness;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
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
        return Reply.parse(received(port, request), head);
    }

    /** Sends exactly these bytes, and says all that comes until the connection ends. */
    public static String text(int port, byte[] request) {
        return new String(received(port, request), StandardCharsets.ISO_8859_1);
    }

    private static byte[] received(int port, byte[] request) {
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
        return received.toByteArray();
    }

    /**
     * Sends a beginning, and then a space each time that nothing has come back for a moment, until the connection ends.
     *
     * @param meanwhile is done before each space
     */
    public static Reply dribble(int port, String beginning, Runnable meanwhile) {
        ByteArrayOutputStream received = new ByteArrayOutputStream();
        try (Socket socket = new Socket(InetAddress.getByName("127.0.0.1"), port)) {
            socket.setSoTimeout(100);
            socket.getOutputStream().write(beginning.getBytes(StandardCharsets.UTF_8));
            for (int spaces = 0; spaces < PATIENCE_MS / 100; spaces++) {
                try {
                    socket.getInputStream().transferTo(received);
                    return Reply.parse(received.toByteArray(), false);
                } catch (SocketTimeoutException nothing) {
                    meanwhile.run();
                    socket.getOutputStream().write(' ');
                }
            }
            throw new AssertionError("the connection is held");
        } catch (SocketException ended) {
            return Reply.parse(received.toByteArray(), false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
