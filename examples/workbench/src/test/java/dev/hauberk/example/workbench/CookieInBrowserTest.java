package dev.hauberk.example.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.support.ui.WebDriverWait;

/** What a real browser does with the session's cookies when another site makes the request. */
@Tag("SESS-5")
class CookieInBrowserTest {
    private static final String FORM =
            "const f = document.createElement('form'); f.method = 'POST'; f.action = arguments[0];"
                    + " document.body.append(f); f.submit();";
    private static final String LINK =
            "const a = document.createElement('a'); a.href = arguments[0]; document.body.append(a); a.click();";
    private static final String FETCH =
            "const done = arguments[1]; fetch(arguments[0], {method: 'POST', mode: 'no-cors', credentials: 'include'})"
                    + ".then(() => done(true), () => done(false));";

    private RunningWorkbench workbench;
    private WebDriver browser;

    @BeforeEach
    void start() {
        Browsers.assumeThereIsOne();
        workbench = new RunningWorkbench(Policies.own());
        browser = Browsers.start();
    }

    @AfterEach
    void stop() {
        if (browser != null) {
            browser.quit();
        }
        if (workbench != null) {
            workbench.close();
        }
    }

    /** Cookies know hosts and no ports, so that a second server of the same host sees what the workbench would. */
    @Test
    void areSentByTheSiteItselfAndByNoOther() throws IOException {
        Browsers.signIn(browser, "http://localhost:" + workbench.port() + "/");
        try (Mirror mirror = new Mirror()) {
            assertThat(cookies(mirror, "localhost"))
                    .allSatisfy(
                            cookie -> assertThat(cookie).contains("__Host-hauberk-access=", "__Host-hauberk-refresh="));
            assertThat(cookies(mirror, "127.0.0.1")).containsExactly("", "", "");
        }
    }

    /** The cookies that a form, a link and a script of a page at a host send to localhost. */
    private List<String> cookies(Mirror mirror, String host) {
        String form = mirror.url("localhost", "/form-of-" + host);
        go(mirror.url(host, "/page"), FORM, form);
        String link = mirror.url("localhost", "/link-of-" + host);
        go(mirror.url(host, "/page"), LINK, link);
        String fetch = mirror.url("localhost", "/fetch-of-" + host);
        browser.get(mirror.url(host, "/page"));
        ((JavascriptExecutor) browser).executeAsyncScript(FETCH, fetch);
        return List.of(
                mirror.cookies("POST /form-of-" + host),
                mirror.cookies("GET /link-of-" + host),
                mirror.cookies("POST /fetch-of-" + host));
    }

    private void go(String from, String script, String to) {
        browser.get(from);
        ((JavascriptExecutor) browser).executeScript(script, to);
        new WebDriverWait(browser, Duration.ofSeconds(20)).until(page -> to.equals(page.getCurrentUrl()));
    }

    /** A server that keeps which cookies came with which request. */
    private static final class Mirror implements AutoCloseable {
        private final HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        private final Map<String, String> cookies = new ConcurrentHashMap<>();

        Mirror() throws IOException {
            server.createContext("/", exchange -> {
                String cookie = exchange.getRequestHeaders().getFirst("Cookie");
                cookies.put(
                        exchange.getRequestMethod() + " "
                                + exchange.getRequestURI().getPath(),
                        cookie == null ? "" : cookie);
                byte[] body = "<!doctype html><title>x</title><body>".getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().set("Content-Type", "text/html");
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
                exchange.close();
            });
            server.start();
        }

        String url(String host, String path) {
            return "http://" + host + ":" + server.getAddress().getPort() + path;
        }

        /** What came with a request; fails where it never came. */
        String cookies(String request) {
            String seen = cookies.get(request);
            assertThat(seen).as("the cookies of " + request).isNotNull();
            return String.valueOf(seen);
        }

        @Override
        public void close() {
            server.stop(0);
        }
    }
}
