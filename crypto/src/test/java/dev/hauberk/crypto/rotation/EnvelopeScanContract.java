package dev.hauberk.crypto.rotation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.hauberk.Control;
import dev.hauberk.Tenant;
import dev.hauberk.crypto.FakeKeyRing;
import dev.hauberk.crypto.field.FieldCipher;
import dev.hauberk.crypto.field.FieldContext;
import dev.hauberk.policy.Place;
import dev.hauberk.policy.PolicyException;
import dev.hauberk.policy.Problem;
import dev.hauberk.policy.SecurityPolicy;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a scan finds on every database. */
@Tag("DATA-2")
abstract class EnvelopeScanContract {
    private static final FieldContext SOMEWHERE = new FieldContext(new Tenant("one"), "t", "c", "1");

    /** A database, which nobody else uses at the moment. */
    abstract DataSource database();

    /** The types of a column of bytes, of large bytes, of long texts and of JSON. */
    abstract String binary();

    abstract String largeBinary();

    String longText() {
        return "text";
    }

    String json() {
        return "json";
    }

    String asJson() {
        return "?";
    }

    @BeforeEach
    void makeTables() {
        DataSource database = database();
        for (String table : List.of("people", "notes", "papers", "files")) {
            Databases.execute(database, "drop table if exists " + table);
        }
        Databases.execute(
                database,
                "create table notes (id bigint primary key, short varchar(4000), body " + longText() + ", raw "
                        + binary() + ", large " + largeBinary() + ", tree " + json() + ", written date)");
    }

    @Test
    void findsNothingWhereNothingIs() {
        insert("short", "?", "hbk-v01, hbk-v01-, k1.x");
        insert("short", "?", "k1.tooshort");
        insert("short", "?", "k1." + "A".repeat(44));
        insert("short", "?", "k1-" + "A".repeat(43));

        assertThat(scan().envelopes()).isEmpty();
        assertThat(scan().holdingsOf(Set.of("k1"))).isEmpty();
        assertThat(problems("k1")).isEmpty();
    }

    @Test
    void countsEnvelopesByColumnAndKey() {
        for (String key : List.of("k1", "k1", "k1", "K1", "k2")) {
            insert("short", "?", text(key));
        }
        insert("body", "?", text("k2"));
        insert("body", "?", text("a-key-that-has-an-id-of-32-chars"));

        assertThat(found(scan().envelopes()))
                .containsExactlyInAnyOrder(
                        tuple("notes.short", "K1", 1L),
                        tuple("notes.short", "k1", 3L),
                        tuple("notes.short", "k2", 1L),
                        tuple("notes.body", "a-key-that-has-an-id-of-32-chars", 1L),
                        tuple("notes.body", "k2", 1L));
    }

    @Test
    void findsWhatSomebodyEncryptedByHandWithinOtherTexts() {
        insert("body", "?", "iban=" + text("k1") + "; backup: " + text("k2") + "," + text("k1"));
        insert("body", "?", text("k1") + " and " + text("k2"));
        insert("tree", asJson(), "{\"iban\":\"" + text("k1") + "\"}");

        assertThat(found(scan().envelopes()))
                .containsExactlyInAnyOrder(
                        tuple("notes.body", "k1", 3L), tuple("notes.body", "k2", 2L), tuple("notes.tree", "k1", 1L));
    }

    @Test
    void findsEnvelopesInBytesAndTextsInBytes() {
        insert("raw", "?", bytes("k1"));
        insert("raw", "?", bytes("k1"));
        insert("raw", "?", joined(new byte[] {0, 1}, bytes("k2")));
        // With the byte before, the first of an envelope is one character of UTF-8.
        insert("raw", "?", joined(new byte[] {0, (byte) 0xc3}, bytes("k2")));
        insert("large", "?", joined(bytes("k1"), bytes("k2")));
        insert("large", "?", text("k3").getBytes(StandardCharsets.UTF_8));

        assertThat(found(scan().envelopes()))
                .containsExactlyInAnyOrder(
                        tuple("notes.raw", "k1", 2L),
                        tuple("notes.raw", "k2", 2L),
                        tuple("notes.large", "k1", 1L),
                        tuple("notes.large", "k2", 1L),
                        tuple("notes.large", "k3", 1L));
    }

    @Test
    void findsBlindIndexesOfTheKeysThatItIsAskedFor() {
        People people = People.in(database()).with(3);
        people.add(4, People.NEW);

        assertThat(scan().holdingsOf(List.of("k1")))
                .extracting(KeyHolding::key, KeyHolding::kind, KeyHolding::count)
                .containsExactly(
                        tuple("k1", KeyHolding.Kind.ENVELOPE, 3L), tuple("k1", KeyHolding.Kind.BLIND_INDEX, 3L));
        assertThat(scan().holdingsOf(List.of("k"))).isEmpty();
    }

    @Test
    void saysWhereAKeyIsThatSomebodyWantsToRetire() {
        People people = People.in(database()).with(3);
        insert("body", "?", "by hand: " + text("k1"));

        assertThat(problems("k2", "k1")).singleElement().satisfies(problem -> {
            assertThat(problem.path()).isEqualTo("keys.k1.state");
            assertThat(problem.control()).isEqualTo(Optional.of(Control.DATA_2));
            assertThat(problem.set().toLowerCase(Locale.ROOT).split(", "))
                    .containsExactlyInAnyOrder(
                            "people.email holds 3 of k1 (envelope)",
                            "people.email_index holds 3 of k1 (blind index)",
                            "notes.body holds 1 of k1 (envelope)");
            assertThat(problem.remedy()).contains("decrypt-only");
        });
        assertThatThrownBy(() -> scan().requireUnneeded(List.of("k1")))
                .isInstanceOf(PolicyException.class)
                .hasMessageContaining("keys.k1.state");

        people.rotation().column(People.indexed()).build().run();
        Databases.execute(database(), "delete from notes");

        assertThatCode(() -> scan().requireUnneeded(List.of("k1"))).doesNotThrowAnyException();
        assertThatCode(() -> EnvelopeScan.of(null).requireUnneeded(List.of())).doesNotThrowAnyException();
    }

    @Test
    void looksAtTablesAndNotOnceMoreThroughViews() {
        insert("short", "?", text("k1"));
        Databases.execute(database(), "drop view if exists seen");
        Databases.execute(database(), "create view seen as select short from notes");

        assertThat(found(scan().envelopes())).containsExactly(tuple("notes.short", "k1", 1L));

        Databases.execute(database(), "drop view seen");
    }

    @Test
    void namesEveryKeyThatCannotBeRetired() {
        insert("short", "?", text("k2"));
        insert("short", "?", text("k1"));

        assertThat(problems("k2", "k3", "k1"))
                .extracting(problem -> problem.path())
                .containsExactly("keys.k1.state", "keys.k2.state");
    }

    @Test
    @Tag("DATA-3")
    void refusesAPolicyThatRetiresAKeyTooEarly() {
        insert("body", "?", text("k0"));
        insert("body", "?", text("k1"));
        SecurityPolicy policy = SecurityPolicy.of(
                Map.of("keys", Map.of("k1", Map.of("created", "2026-11-01"), "k0", Map.of("state", "retired"))));

        assertThatThrownBy(() -> scan().requireUnneeded(policy))
                .isInstanceOf(PolicyException.class)
                .hasMessageContaining(policy.keys().get("k0").place() + "  keys.k0.state")
                .hasMessageNotContaining("k1");

        Databases.execute(database(), "delete from notes where id = 1");

        assertThatCode(() -> scan().requireUnneeded(policy)).doesNotThrowAnyException();
    }

    private List<Problem> problems(String... keys) {
        return scan().problems(Arrays.stream(keys).collect(Collectors.toMap(key -> key, key -> Place.JAVA)));
    }

    private EnvelopeScan scan() {
        return EnvelopeScan.of(database());
    }

    private int rows;

    private void insert(String column, String value, Object stored) {
        rows++;
        Databases.execute(
                database(), "insert into notes (id, " + column + ") values (?, " + value + ")", (long) rows, stored);
    }

    private static List<Tuple> found(List<KeyHolding> holdings) {
        return holdings.stream()
                .map(holding -> tuple(
                        (holding.table() + "." + holding.column()).toLowerCase(Locale.ROOT),
                        holding.key(),
                        holding.count()))
                .toList();
    }

    private static String text(String key) {
        return FieldCipher.of(FakeKeyRing.of(key)).encrypt("x", SOMEWHERE);
    }

    private static byte[] bytes(String key) {
        return FieldCipher.of(FakeKeyRing.of(key)).encrypt(new byte[] {1}, SOMEWHERE);
    }

    private static byte[] joined(byte[] one, byte[] other) {
        byte[] joined = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, joined, one.length, other.length);
        return joined;
    }
}
