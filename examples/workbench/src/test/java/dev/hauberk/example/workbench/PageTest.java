package dev.hauberk.example.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.support.ui.WebDriverWait;

/** The page at / in a real browser. */
class PageTest {
    private RunningWorkbench workbench;
    private WebDriver first;
    private WebDriver second;

    @BeforeEach
    void start() {
        Browsers.assumeThereIsOne();
        workbench = new RunningWorkbench(Policies.own());
        first = Browsers.start();
        second = Browsers.start();
    }

    @AfterEach
    void stop() {
        for (WebDriver browser : new WebDriver[] {first, second}) {
            if (browser != null) {
                browser.quit();
            }
        }
        if (workbench != null) {
            workbench.close();
        }
    }

    @Test
    @Tag("SESS-4")
    @Tag("SESS-5")
    @Tag("HTTP-2")
    void showsWhoOneIsAndEndsAnotherDeviceUnderItsOwnPolicy() {
        Browsers.signIn(first, address());
        Browsers.signIn(second, address());
        assertThat(first.findElement(By.id("tenant")).getText()).isEqualTo("acme");
        assertThat(first.findElement(By.id("roles")).getText()).isEqualTo("org_admin");
        assertThat(first.findElement(By.id("permissions")).getText()).contains("users:manage_roles");
        assertThat(((JavascriptExecutor) first).executeScript("return document.cookie"))
                .isEqualTo("");

        first.navigate().refresh();
        waitFor(first, 2);
        first.findElement(By.cssSelector("#devices button")).click();
        waitFor(first, 1);

        second.navigate().refresh();
        new WebDriverWait(second, Duration.ofSeconds(20))
                .until(page -> page.findElement(By.id("sign-in")).isDisplayed());
        assertThat(complaints(first)).isEmpty();
        assertThat(complaints(second)).isEmpty();
    }

    @Test
    @Tag("HTTP-2")
    void doesNotRunWhatIsInjected() throws IOException {
        try (Stranger stranger = new Stranger()) {
            String foreign = stranger.origin();
            // What runs where no policy is, so that not to run says something.
            assertThat(injected(foreign + "/", foreign)).containsExactly(true, true, true, true, true);
            assertThat(injected(address(), foreign)).containsExactly(false, false, false, false, false);
            // And says so: a console of which nothing is read would hold no complaint either.
            assertThat(complaints(first)).isNotEmpty();
        }
    }

    /** What of each injection into a page ran: inline script, a handler, a javascript: link, a foreign script, and a base. */
    private List<Object> injected(String page, String foreign) {
        List<Object> ran = new ArrayList<>();
        for (String injection : List.of(
                "const s = document.createElement('script'); s.textContent = 'window.injected = true'; document.body.append(s);",
                "document.body.insertAdjacentHTML('beforeend', '<img src=\"data:,\" onerror=\"window.injected = true\">');",
                "document.body.insertAdjacentHTML('beforeend', '<a id=\"evil\" href=\"javascript:void(window.injected = true)\">x</a>');"
                        + " document.getElementById('evil').click();",
                "const s = document.createElement('script'); s.src = '%s/evil.js?callback=x'; document.body.append(s);"
                        .formatted(foreign),
                "const b = document.createElement('base'); b.href = '%s/'; document.head.prepend(b);".formatted(foreign)
                        + " const s = document.createElement('script'); s.src = 'evil.js'; document.body.append(s);")) {
            first.get(page);
            ran.add(((JavascriptExecutor) first)
                    .executeAsyncScript(injection
                            + " const done = arguments[0]; setTimeout(() => done(window.injected === true), 1000);"));
        }
        return ran;
    }

    /** Another origin, whose page has no policy. */
    private static final class Stranger implements AutoCloseable {
        private final HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);

        Stranger() throws IOException {
            server.createContext("/", exchange -> {
                boolean script = exchange.getRequestURI().getPath().equals("/evil.js");
                byte[] body = (script ? "window.injected = true" : "<!doctype html><title>x</title><body>")
                        .getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().set("Content-Type", script ? "text/javascript" : "text/html");
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
                exchange.close();
            });
            server.start();
        }

        String origin() {
            return "http://127.0.0.1:" + server.getAddress().getPort();
        }

        @Override
        public void close() {
            server.stop(0);
        }
    }

    private static void waitFor(WebDriver browser, int devices) {
        new WebDriverWait(browser, Duration.ofSeconds(20))
                .until(page -> page.findElements(By.cssSelector("#devices li")).size() == devices);
    }

    private static List<String> complaints(WebDriver browser) {
        return browser.manage().logs().get(LogType.BROWSER).getAll().stream()
                .map(LogEntry::getMessage)
                .filter(message -> message.contains("Content Security Policy"))
                .toList();
    }

    private String address() {
        return "http://localhost:" + workbench.port() + "/";
    }
}
