package dev.hauberk.crypto.field;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hauberk.Tenant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("DATA-2")
class FieldContextTest {
    private static final Tenant ACME = new Tenant("acme");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\t",
                "a\0",
                "a\u001f",
                "\u007f",
                "\u009fa",
                "\uD800",
                "a\uD800",
                "\uD800a",
                "\uDC00",
                "a\uDC00",
                "\uDC00\uD800",
                "\uD800\uD800\uDC00",
                "\uD83D\uDE00\uDE00"
            })
    void refusesANameThatCouldBeReadInTwoWays(String name) {
        for (Runnable made : List.<Runnable>of(
                () -> new FieldContext(ACME, name, "email", "7"),
                () -> new FieldContext(ACME, "users", name, "7"),
                () -> new FieldContext(ACME, "users", "email", name),
                () -> new FieldContext(new Tenant(name), "users", "email", "7"))) {
            assertThatThrownBy(made::run).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a", " a", "Größe", "\uD83D\uDE00", "a\uD83D\uDE00\uD83D\uDE00b", "\u00a0x", "~", "\uD7FF\uE000"
            })
    void takesEveryOther(String name) {
        assertThat(new FieldContext(new Tenant(name), name, name, name).row()).isEqualTo(name);
    }

    @Test
    void takesAThousandCharactersAndNoMore() {
        String longest = "x".repeat(1_000);

        assertThat(new FieldContext(ACME, "users", "email", longest).row()).isEqualTo(longest);
        assertThatThrownBy(() -> new FieldContext(ACME, "users", "email", longest + "x"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("row")
                .hasMessageNotContaining("xxx");
    }

    @Test
    void joinsNamesSoThatNoTwoListsReadAlike() {
        assertThat(Names.joined("users", "email")).isEqualTo("5:users5:email");
        assertThat(Names.joined("5:users5:email")).isEqualTo("14:5:users5:email");
        assertThat(Names.joined("ü")).isEqualTo("2:ü");
        assertThat(Names.joined()).isEmpty();
    }
}
