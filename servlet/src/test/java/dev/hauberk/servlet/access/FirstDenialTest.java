package dev.hauberk.servlet.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("RBAC-4")
class FirstDenialTest {
    @Test
    void writesTheLineThatWouldPermitIt() {
        assertThat(FirstDenial.line("GET", "/api/stats"))
                .isEqualTo("- {path: \"/api/stats\", method: GET, access: signed-in}");
        assertThat(FirstDenial.line("POST", "/api/run"))
                .isEqualTo("- {path: \"/api/run\", method: POST, access: signed-in, body: none}");
    }

    @Test
    void writesNothingThatMayBeSomebodys() {
        assertThat(FirstDenial.line("GET", "/users/ada@acme.example/4711/Ada\n"))
                .isEqualTo("- {path: \"/users/{id}/{id}/{id}\", method: GET, access: signed-in}");
    }
}
