package dev.hauberk.testkit.attack.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hauberk.testkit.http.Address;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("RBAC-4")
class PathTricksTest {
    private static final Address ADDRESS = new Address("127.0.0.1", 8080, "/app");
    private static final List<String> TRICKS = PathTricks.on("/app/api/kids?x=y", "/app", "/open/door", ADDRESS);

    @Test
    void neverSpellsThePathAsItIs() {
        assertThat(TRICKS)
                .doesNotContain("/app/api/kids")
                .doesNotHaveDuplicates()
                .hasSizeGreaterThan(150);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/app/api/%2e/kids", "/app/api/%252e/kids", "/app/api%2fkids", "/app/api%252fkids", "/app/api%5ckids",
                        "/app/api;x=y/kids",
                "/app/api/kids;jsessionid=A", "/app/open/door/..;/..;/api/kids", "/app/api/./kids", "/app/api//kids",
                        "/app/api/kids/", "/app/api/kids.json",
                "/app/API/KIDS", "/app/ap%c4%b1/kids", "/app/api/kids%00", "/app/api/kids%0a", "/app/api/kids%0d",
                        "/app/api/%c0%ae/kids",
                "http://127.0.0.1:8080/app/api/kids", "http://evil.example/app/api/kids", "/app/api/x/../kids",
                        "/app/api/%e2%84%aaids", "/app/aPi/kids",
            })
    void triesEachTrickOfThePage(String spelling) {
        assertThat(TRICKS).contains(spelling);
    }
}
