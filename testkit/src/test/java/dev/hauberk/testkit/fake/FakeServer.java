package dev.hauberk.testkit.fake;

import dev.hauberk.testkit.http.Bytes;
import dev.hauberk.testkit.http.Header;
import dev.hauberk.testkit.wire.Json;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;

/** Answers one request a connection, and refuses what is malformed. */
final class FakeServer implements AutoCloseable {
    private static final int MAX_HEAD = 64 * 1024;
    private static final Pattern LINE = Pattern.compile("([A-Z]{1,20}) ([\\x21-\\x7e]+) HTTP/1\\.[01]");
    private static final Pattern HEADER = Pattern.compile("([!#$%&'*+.^_`|~0-9A-Za-z-]+):[ \\t]*(.*?)[ \\t]*");

    private final ServerSocket socket;
    private final FakeApplication application;
    private final ExecutorService pool = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "fake-server");
        thread.setDaemon(true);
        return thread;
    });

    FakeServer(FakeApplication application) throws IOException {
        this.application = application;
        this.socket = new ServerSocket(0, 200, InetAddress.getByName("127.0.0.1"));
        pool.execute(this::accept);
    }

    int port() {
        return socket.getLocalPort();
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket connection = socket.accept();
                pool.execute(() -> serve(connection));
            } catch (IOException e) {
                return; // closed
            }
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            connection.setSoTimeout(30_000);
            InputStream in = new BufferedInputStream(connection.getInputStream());
            String peer = connection.getInetAddress().getHostAddress();
            write(connection, read(in, peer));
            connection.shutdownOutput();
            in.skipNBytes(20_000_000); // so that the client can read the answer before the connection is reset
        } catch (IOException e) {
            // the client is gone, or had nothing more to say
        }
    }

    private FakeReply read(InputStream in, String peer) throws IOException {
        String head = head(in);
        if (head.isEmpty()) {
            return new FakeReply("GET", application.finish(FakeAnswer.problem(431, "headers-too-large"), "/"));
        }
        String[] lines = head.split("\r\n", -1);
        var line = LINE.matcher(lines[0]);
        List<Header> headers = new ArrayList<>();
        boolean good = line.matches();
        for (int i = 1; i < lines.length; i++) {
            var header = HEADER.matcher(lines[i]);
            if (header.matches()) {
                headers.add(new Header(header.group(1), header.group(2)));
            } else {
                good = false;
            }
        }
        FakeRequest request = good
                ? new FakeRequest(line.group(1), line.group(2), headers, Bytes.NONE, peer)
                : new FakeRequest("GET", "/", headers, Bytes.NONE, peer);
        if (!good
                || request.all("Host").size() > 1
                || !request.header("Content-Length").orElse("0").matches("[0-9]{1,9}")) {
            String repeated = application.has(Flaw.REPEATS_BAD_REQUESTS) ? ",\"line\":" + Json.quote(lines[0]) : "";
            return new FakeReply("GET", application.finish(FakeAnswer.problem(400, "bad-request", repeated), "/"));
        }
        int length = Integer.parseInt(request.header("Content-Length").orElse("0"));
        if (length > application.maxBody()) {
            return new FakeReply(request.method(), application.tooLarge(request));
        }
        byte[] body = request.header("Transfer-Encoding").isPresent() ? chunks(in) : in.readNBytes(length);
        if (body.length > application.maxBody()) {
            return new FakeReply(request.method(), application.tooLarge(request));
        }
        return new FakeReply(
                request.method(),
                application.answer(
                        new FakeRequest(request.method(), request.target(), headers, new Bytes(body), peer)));
    }

    /** What is answered to a method. */
    private record FakeReply(String method, FakeAnswer answer) {}

    private byte[] chunks(InputStream in) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        while (out.size() <= application.maxBody()) {
            StringBuilder size = new StringBuilder();
            for (int next = in.read(); next != '\n' && next >= 0; next = in.read()) {
                size.append((char) next);
            }
            int count = Integer.parseInt(size.toString().strip(), 16);
            if (count == 0) {
                break;
            }
            out.writeBytes(in.readNBytes(Math.min(count, application.maxBody() + 1)));
            if (count <= application.maxBody()) {
                in.readNBytes(2);
            }
        }
        return out.toByteArray();
    }

    /** Everything up to the empty line; nothing where it is too long. */
    private static String head(InputStream in) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int last = 0;
        for (int next = in.read(); next >= 0 && out.size() < MAX_HEAD; next = in.read()) {
            out.write(next);
            last = next == '\n' || next == '\r' ? last + 1 : 0;
            if (last == 4) {
                return out.toString(StandardCharsets.ISO_8859_1).replaceFirst("\r\n\r\n$", "");
            }
        }
        return "";
    }

    private static void write(Socket connection, FakeReply reply) throws IOException {
        FakeAnswer answer = reply.answer();
        StringBuilder head = new StringBuilder("HTTP/1.1 " + answer.status + " X\r\n");
        answer.headers.forEach(header -> head.append(header).append("\r\n"));
        byte[] body = answer.bytes();
        if (answer.status != 204 && answer.status != 304) {
            head.append("Content-Length: ").append(body.length).append("\r\n");
        }
        OutputStream out = connection.getOutputStream();
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(head.append("Connection: close\r\n\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
        if (!reply.method().equals("HEAD")) {
            all.writeBytes(body);
        }
        out.write(all.toByteArray());
        out.flush();
    }

    @Override
    public void close() throws IOException {
        socket.close();
        pool.shutdownNow();
    }
}
