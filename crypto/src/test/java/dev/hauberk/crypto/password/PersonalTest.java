package dev.hauberk.crypto.password;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("AUTHN-1")
class PersonalTest {
    @Test
    void knowsAnAddressByItsParts() {
        assertThat(Personal.of("Ada.M-Lovelace@Mail.Acme.example").words())
                .containsExactly(
                        "ada.m-lovelace@mail.acme.example",
                        "ada.m-lovelace",
                        "adamlovelace",
                        "ada",
                        "lovelace",
                        "mail.acme.example",
                        "mailacmeexample",
                        "mail",
                        "acme",
                        "example");
    }

    @Test
    void knowsAName() {
        assertThat(Personal.of("  Åsa O'Neill ").words())
                .containsExactly("åsa o'neill", "åsao'neill", "åsaoneill", "åsa", "neill");
    }

    @Test
    void foldsWhatIsNotComposed() {
        assertThat(Personal.of("A\u030asa").words()).containsExactly("åsa");
    }

    @Test
    void leavesOutWhatIsInEveryPassword() {
        assertThat(Personal.of("Al", "", " ", "@", "Jo Li").words()).containsExactly("jo li", "joli");
    }

    @Test
    void looksAtSoManyTextsOfSoManyCharactersAndNoMore() {
        assertThat(Personal.of(Collections.nCopies(17, "x")).words()).isEmpty();
        assertThat(Personal.of("a".repeat(128)).words()).containsExactly("a".repeat(128));
        assertThat(Personal.of("a".repeat(129)).words()).containsExactly("a".repeat(128));
        List<String> texts = IntStream.range(0, 17).mapToObj(i -> "word" + i).toList();
        assertThat(Personal.of(texts).words()).hasSize(16).contains("word15");
        String many = String.join(
                " ", IntStream.range(100, 130).mapToObj(Integer::toString).toList());
        assertThat(Personal.of(many, many.replace('1', '2'), many.replace('1', '3'))
                        .words())
                .hasSize(64);
    }

    @Test
    void takesAWordOutOnceWhereWhatIsLeftBeginsLikeItAgain() {
        assertThat(Personal.of("x y").removedFrom("xx y").orElseThrow()).hasToString("x ");
    }

    @Test
    void showsNothingAsText() {
        assertThat(Personal.of("Ada").toString()).isEqualTo("Personal[hidden]");
        assertThat(Personal.nothing().words()).isEmpty();
    }
}
