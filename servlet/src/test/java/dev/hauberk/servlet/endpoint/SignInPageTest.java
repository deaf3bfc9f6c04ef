package dev.hauberk.servlet.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The page on signing in has every call, and no other. */
@Tag("POSTURE-1")
class SignInPageTest {
    @Test
    void listsEveryCallAndNoOther() throws IOException {
        String page = Files.readString(Path.of("..", "docs", "sign-in.md"));
        for (Endpoint endpoint : Endpoint.values()) {
            assertThat(page).contains("| `" + endpoint.method() + " /auth" + endpoint.path() + "` |");
        }
        assertThat(page.lines().filter(line -> line.startsWith("| `"))).hasSize(Endpoint.values().length);
    }
}
