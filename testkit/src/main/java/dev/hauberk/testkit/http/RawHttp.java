package dev.hauberk.testkit.http;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * Sends one request a connection and reads its answer. What is sent is not looked at, so it may be malformed. Immutable
 * and thread-safe.
 */
public final class RawHttp {
    private static final int TIMEOUT_MS = 30_000;
    private static final int MAX_INLINE = 16 * 1024;

    private final Address address;
    private final InetAddress source;

    private RawHttp(Address address, InetAddress source) {
        this.address = address;
        this.source = source;
    }

    /** Requests to an application, from 127.0.0.1. */
    public static RawHttp to(Address address) {
        return new RawHttp(address, InetAddress.getLoopbackAddress());
    }

    /** The same, from another address of this machine. */
    public RawHttp from(InetAddress other) {
        return new RawHttp(address, other);
    }

    /** Where requests go. */
    public Address address() {
        return address;
    }

    /**
     * Sends a request.
     *
     * @throws UncheckedIOException where there is no answer, or what came is none; its message says how to repeat it
     */
    public Exchange send(Request request) {
        byte[] head = request.head(address).getBytes(StandardCharsets.ISO_8859_1);
        try {
            return new Exchange(address, request, answer(head, request.body().array(), request.method()));
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage() + "; repeat: " + Curl.of(address, request), e);
        }
    }

    /**
     * Sends bytes.
     *
     * @throws IOException where there is no answer, or what came is none
     */
    public Response send(byte[] bytes) throws IOException {
        return answer(bytes, new byte[0], "GET");
    }

    private Response answer(byte[] head, byte[] body, String method) throws IOException {
        try (Socket socket = new Socket()) {
            socket.setSoTimeout(TIMEOUT_MS);
            socket.setTcpNoDelay(true);
            if (source.isLoopbackAddress() && address.host().startsWith("127.")) {
                socket.bind(new InetSocketAddress(source, 0));
            }
            socket.connect(new InetSocketAddress(address.host(), address.port()), TIMEOUT_MS);
            OutputStream out = socket.getOutputStream();
            InputStream in = new BufferedInputStream(socket.getInputStream());
            if (body.length <= MAX_INLINE) {
                byte[] all = java.util.Arrays.copyOf(head, head.length + body.length);
                System.arraycopy(body, 0, all, head.length, body.length);
                write(out, all);
                return new ResponseParser(in).read(method);
            }
            // A server may answer before it has read all; so writing must not keep the answer from being read.
            Thread writer = new Thread(
                    () -> {
                        write(out, head);
                        write(out, body);
                    },
                    "testkit-body");
            writer.setDaemon(true);
            writer.start();
            return new ResponseParser(in).read(method);
        }
    }

    private static void write(OutputStream out, byte[] bytes) {
        try {
            out.write(bytes);
            out.flush();
        } catch (IOException e) {
            // The other side closed while this was sent: what it answered before tells why, and is still to be read.
        }
    }
}
