package dev.hauberk.crypto.password;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Asks a service that speaks as Have I Been Pwned's range search does. Its threads are the client's own, and daemons. */
final class HttpBreachCheck implements BreachCheck {
    private static final int PREFIX = 5;
    private static final int OK = 200;

    private final URI url;
    private final Duration within;
    private final HttpClient client;

    HttpBreachCheck(URI url, Duration within) {
        this.url = url;
        this.within = within;
        this.client = HttpClient.newBuilder()
                .followRedirects(Redirect.NEVER)
                .connectTimeout(within)
                .build();
    }

    @Override
    public Answer look(String sha1) {
        HttpRequest request = HttpRequest.newBuilder(url.resolve(sha1.substring(0, PREFIX)))
                .header("Add-Padding", "true")
                .header("User-Agent", "hauberk")
                .timeout(within)
                .build();
        CompletableFuture<HttpResponse<byte[]>> response =
                client.sendAsync(request, info -> new BoundedBody(BreachRange.MOST_BYTES));
        try {
            // The request's own timeout ends with the headers; this one is for the body too.
            return answer(response.get(within.toMillis(), TimeUnit.MILLISECONDS), sha1.substring(PREFIX));
        } catch (ExecutionException | TimeoutException e) {
            return Answer.UNANSWERED;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Answer.UNANSWERED;
        } finally {
            response.cancel(true);
        }
    }

    private static Answer answer(HttpResponse<byte[]> response, String suffix) {
        return response.statusCode() == OK ? BreachRange.look(response.body(), suffix) : Answer.UNANSWERED;
    }
}
