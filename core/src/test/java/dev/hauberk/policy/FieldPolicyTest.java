package dev.hauberk.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hauberk.Control;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("DATA-1")
class FieldPolicyTest {
    @Test
    void readsTheLevelsOfTheFieldsOfEachTypeAndWhereTheyAreWritten() {
        SecurityPolicy policy =
                Written.policy("baseline: strict\nfields:\n  Customer:\n    public: slogan\n    internal: [name]\n"
                        + "    confidential: [note]\n    restricted: [email, birthday]\n");

        FieldPolicy customer = policy.fields().get("Customer");
        assertThat(customer)
                .isEqualTo(new FieldPolicy(
                        Set.of("slogan"), Set.of("name"), Set.of("note"), Set.of("email", "birthday"), Place.DEFAULT));
        assertThat(customer.place()).isEqualTo(new Place("hauberk.yml", 4));
    }

    @Test
    void isTheSameFromJava() {
        SecurityPolicy policy =
                SecurityPolicy.of(Map.of("fields", Map.of("Customer", Map.of("restricted", List.of("email")))));

        assertThat(policy.fields())
                .isEqualTo(Written.policy("fields: {Customer: {restricted: [email]}}")
                        .fields());
        assertThat(policy.fields().get("Customer").hashCode())
                .isEqualTo(Written.policy("fields: {Customer: {restricted: [email]}}")
                        .fields()
                        .get("Customer")
                        .hashCode());
    }

    @ParameterizedTest
    @ValueSource(strings = {"public", "internal", "confidential", "restricted"})
    void differsInEachLevel(String level) {
        FieldPolicy nothing = new FieldPolicy(Set.of(), Set.of(), Set.of(), Set.of(), Place.JAVA);

        assertThat(Written.policy("fields: {Customer: {" + level + ": [email]}}")
                        .fields()
                        .get("Customer"))
                .isNotEqualTo(nothing);
        assertThat(nothing).isNotEqualTo("Customer");
    }

    @Test
    void refusesAFieldAtTwoLevels() {
        assertThat(Written.lines("fields:\n  Customer: {public: [email], restricted: [email]}\n"))
                .singleElement()
                .asString()
                .startsWith("hauberk.yml:2  fields.Customer.public [DATA-1]  asked: each field at one level");
    }

    @Test
    void refusesALevelThatIsNone() {
        assertThat(Written.lines("fields:\n  Customer: {secret: [email]}\n"))
                .singleElement()
                .asString()
                .contains("unknown key secret");
    }

    @Test
    void knowsWhatIsAcceptedOnADay() {
        SecurityPolicy policy =
                Written.policy("accept: [{control: DATA-1, why: a reason, by: me, until: 2026-11-24}]\n");

        assertThat(policy.accepts(Control.DATA_1, LocalDate.parse("2026-11-24")))
                .isTrue();
        assertThat(policy.accepts(Control.DATA_1, LocalDate.parse("2026-11-25")))
                .isFalse();
        assertThat(policy.accepts(Control.DATA_2, LocalDate.parse("2026-11-24")))
                .isFalse();
    }
}
