package dev.hauberk.key.aws;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.hauberk.json.JsonWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.protocols.jsoncore.JsonNode;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.retries.api.RetryStrategy;

/**
 * A service of AWS on the loopback address, as the wire has it: JSON 1.1 over POST, the operation in {@code X-Amz-Target}, a signature that
 * is checked, and errors with {@code __type}. It answers the errors that were put into it first.
 */
final class AwsStub implements AutoCloseable {
    private static final String ACCESS_KEY_ID = "AKIDEXAMPLE";
    private static final String SECRET_ACCESS_KEY = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";
    private static final String CONTENT_TYPE = "application/x-amz-json-1.1";

    private final HttpServer server;
    private final String target;
    private final SigV4 signatures;
    private final Function<Map<String, JsonNode>, Answer> operation;
    private final Deque<Answer> failing = new ArrayDeque<>();
    private int requests;
    private final int port;

    /**
     * What the service answers.
     *
     * @param status of HTTP
     * @param body as JSON
     */
    record Answer(int status, String body) {
        static Answer of(Map<String, Object> members) {
            return new Answer(200, JsonWriter.write(members));
        }

        static Answer error(int status, String type) {
            Map<String, Object> members = new LinkedHashMap<>();
            members.put("__type", type);
            members.put("message", "a message that may hold anything");
            return new Answer(status, JsonWriter.write(members));
        }
    }

    AwsStub(String service, String target, Function<Map<String, JsonNode>, Answer> operation) {
        this.target = target;
        this.signatures = new SigV4(ACCESS_KEY_ID, SECRET_ACCESS_KEY, service);
        this.operation = operation;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::handle);
        server.start();
        port = server.getAddress().getPort();
    }

    /** A client of it, made as an application makes one, but that it does not wait before it tries again. */
    <B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>, C> C client(B builder) {
        return client(builder, SECRET_ACCESS_KEY);
    }

    <B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>, C> C client(B builder, String secretAccessKey) {
        RetryStrategy atOnce = AwsRetryStrategy.standardRetryStrategy().toBuilder()
                .backoffStrategy(BackoffStrategy.retryImmediately())
                .throttlingBackoffStrategy(BackoffStrategy.retryImmediately())
                .build();
        return builder.endpointOverride(URI.create("http://127.0.0.1:" + port))
                .region(Region.EU_CENTRAL_1)
                .credentialsProvider(
                        StaticCredentialsProvider.create(AwsBasicCredentials.create(ACCESS_KEY_ID, secretAccessKey)))
                .overrideConfiguration(config -> config.retryStrategy(atOnce))
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build();
    }

    /** Has it answer its next requests so. */
    synchronized AwsStub fail(int times, Answer answer) {
        for (int i = 0; i < times; i++) {
            failing.add(answer);
        }
        return this;
    }

    /** Has it answer again as it should. */
    synchronized void recover() {
        failing.clear();
    }

    synchronized int requests() {
        return requests;
    }

    private synchronized void handle(HttpExchange exchange) throws IOException {
        requests++;
        byte[] body = exchange.getRequestBody().readAllBytes();
        Answer answer = answer(exchange, body);
        byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", CONTENT_TYPE);
        exchange.getResponseHeaders().add("x-amzn-RequestId", "00000000-0000-0000-0000-000000000000");
        exchange.sendResponseHeaders(answer.status(), bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private Answer answer(HttpExchange exchange, byte[] body) {
        if (!failing.isEmpty()) {
            return failing.remove();
        }
        if (!exchange.getRequestMethod().equals("POST")
                || !CONTENT_TYPE.equals(exchange.getRequestHeaders().getFirst("Content-Type"))
                || !target.equals(exchange.getRequestHeaders().getFirst("X-Amz-Target"))) {
            return Answer.error(400, "UnknownOperationException");
        }
        if (!signatures.isSigned(exchange.getRequestHeaders(), body)) {
            return Answer.error(400, "InvalidSignatureException");
        }
        return operation.apply(JsonNode.parser()
                .parse(new String(body, StandardCharsets.UTF_8))
                .asObject());
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
