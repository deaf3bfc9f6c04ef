package dev.hauberk.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.hauberk.policy.PolicyException;
import dev.hauberk.policy.PolicySource;
import dev.hauberk.policy.SecurityPolicy;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("DATA-1")
class FieldCatalogueTest {
    private static final InstantSource TODAY = InstantSource.fixed(Instant.parse("2026-11-24T12:00:00Z"));
    private static final String ACCEPTED = "accept: [{control: DATA-1, why: a reason, by: me, until: 2026-11-24}]\n";

    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.FIELD)
    @Classified(Classification.RESTRICTED)
    @interface Hidden {}

    @Classified(Classification.INTERNAL)
    static class Person {
        static int count;
        String name = "";

        @Hidden
        String email = "";
    }

    static final class Customer extends Person {
        @Classified(Classification.PUBLIC)
        String slogan = "";

        String birthday = "";
    }

    @Classified(Classification.INTERNAL)
    record Summary(
            String name,

            @Classified(Classification.CONFIDENTIAL) String note) {}

    record Plain(String one) {}

    @Classified(Classification.INTERNAL)
    record Leaking(String e_mail, String other) {}

    record Copy(
            @Classified(value = Classification.INTERNAL, from = "Customer.email")
            String address) {}

    record FaithfulCopy(
            @Classified(value = Classification.RESTRICTED, from = "Customer.email")
            String address) {}

    record CopyOfNothing(
            @Classified(value = Classification.RESTRICTED, from = "Customer.mail")
            String address) {}

    static final class Elsewhere {
        static final class Customer {
            @Classified(Classification.CONFIDENTIAL)
            String slogan = "";
        }
    }

    record CopyOfSlogan(
            @Classified(value = Classification.INTERNAL, from = "Customer.slogan")
            String motto) {}

    static class Stricter {
        @Hidden
        @Classified(Classification.PUBLIC)
        String value = "";
    }

    @Classified(Classification.PUBLIC)
    static class Hiding extends Person {
        @Classified(Classification.CONFIDENTIAL)
        String name = "";

        String colour = "";
    }

    /** Has, from the compiler, a field for the object around it. */
    private final class Inner {
        String code = String.valueOf(TODAY);

        @Override
        public String toString() {
            return code + FieldCatalogueTest.this;
        }
    }

    @Classified(Classification.INTERNAL)
    interface Contract {
        String NAME = "constant";
    }

    @Test
    void knowsNoFieldThatNobodyWrote() {
        FieldCatalogue catalogue = FieldCatalogue.with(SecurityPolicy.of(java.util.Map.of()), TODAY)
                .types(Inner.class, Contract.class)
                .freeze();

        assertThat(catalogue.restricted()).containsExactly("code");
    }

    @Test
    void takesTheMarkOfAFieldBeforeThatOfItsTypeAndRestrictsWhatNothingClassifies() {
        FieldCatalogue catalogue = of("", Customer.class);

        assertThat(catalogue.level(Customer.class, "slogan")).isEqualTo(Classification.PUBLIC);
        assertThat(catalogue.level(Customer.class, "name")).isEqualTo(Classification.INTERNAL);
        assertThat(catalogue.level(Customer.class, "email")).isEqualTo(Classification.RESTRICTED);
        assertThat(catalogue.level(Customer.class, "birthday")).isEqualTo(Classification.RESTRICTED);
        assertThat(catalogue.level(Customer.class, "count")).isEqualTo(Classification.RESTRICTED);
        assertThat(catalogue.level(Plain.class, "one")).isEqualTo(Classification.RESTRICTED);
        assertThat(catalogue.restricted()).containsExactly("birthday", "email");
    }

    @Test
    void listsEveryFieldWithItsLevelAndItsMark() {
        assertThat(of("", Summary.class, Plain.class).fields())
                .containsExactly(
                        new FieldCatalogue.Field("Plain", "one", Classification.RESTRICTED, Optional.empty()),
                        new FieldCatalogue.Field(
                                "Summary", "name", Classification.INTERNAL, Optional.of(Classification.INTERNAL)),
                        new FieldCatalogue.Field(
                                "Summary",
                                "note",
                                Classification.CONFIDENTIAL,
                                Optional.of(Classification.CONFIDENTIAL)));
    }

    @Test
    void takesTheStrictestOfTheMarksOfAField() {
        assertThat(of("", Stricter.class).level(Stricter.class, "value")).isEqualTo(Classification.RESTRICTED);
    }

    @Test
    void takesTheFieldThatHidesAnotherAndForAnInheritedOneTheTypeThatDeclaresIt() {
        FieldCatalogue catalogue = of("", Hiding.class);

        assertThat(catalogue.level(Hiding.class, "name")).isEqualTo(Classification.CONFIDENTIAL);
        assertThat(catalogue.level(Hiding.class, "colour")).isEqualTo(Classification.PUBLIC);
    }

    @Test
    void takesOnlyTheMarkedFieldsOfATypeThatIsRegisteredForThem() {
        FieldCatalogue catalogue = FieldCatalogue.with(policy(""), TODAY)
                .marked(List.of(Customer.class))
                .freeze();

        assertThat(catalogue.fields()).extracting(FieldCatalogue.Field::name).containsExactly("email", "slogan");
        assertThat(catalogue.restricted()).containsExactly("email");
        assertThat(catalogue.level(Customer.class, "birthday")).isEqualTo(Classification.RESTRICTED);
    }

    @Test
    void keepsATypeWholeThatIsRegisteredBothWays() {
        FieldCatalogue catalogue = FieldCatalogue.with(policy(""), TODAY)
                .types(Customer.class)
                .marked(List.of(Customer.class))
                .freeze();

        assertThat(catalogue.fields()).hasSize(4);
    }

    @Test
    void letsThePolicyClassifyWhatNothingMarksAndMakeAMarkStricter() {
        FieldCatalogue catalogue = of(
                "fields: {Customer: {public: [birthday], confidential: [slogan], restricted: [name]}}\n",
                Customer.class);

        assertThat(catalogue.level(Customer.class, "birthday")).isEqualTo(Classification.PUBLIC);
        assertThat(catalogue.level(Customer.class, "slogan")).isEqualTo(Classification.CONFIDENTIAL);
        assertThat(catalogue.level(Customer.class, "name")).isEqualTo(Classification.RESTRICTED);
        assertThat(catalogue.restricted()).containsExactly("email", "name");
    }

    @Test
    void restrictsTheFieldsOfTypesThatThePolicyAloneKnows() {
        assertThat(of("fields: {Ledger: {internal: [id], restricted: [iban]}}\n")
                        .restricted())
                .containsExactly("iban");
    }

    @Test
    void refusesALevelThatThePolicyMakesLaxerThanTheMark() {
        String yaml = "baseline: strict\nfields:\n  Customer: {internal: [email]}\n";

        assertThat(problems(yaml, Customer.class))
                .containsExactly(
                        "hauberk.yml:3  Customer.email [DATA-1]  asked: at least restricted, as the code marks it; "
                                + "set: internal. Remove it from the policy, or change the mark. Or accept DATA-1 with a reason, a person "
                                + "and a date, under accept.");
    }

    @Test
    void takesALaxerLevelThatIsAcceptedUntilTodayAndShowsIt() {
        String yaml = "fields: {Customer: {internal: [email]}}\n";

        FieldCatalogue catalogue = of(ACCEPTED + yaml, Customer.class);

        assertThat(catalogue.level(Customer.class, "email")).isEqualTo(Classification.INTERNAL);
        assertThat(catalogue.fields())
                .filteredOn(FieldCatalogue.Field::isLowered)
                .extracting(FieldCatalogue.Field::name)
                .containsExactly("email");
        assertThat(problems(ACCEPTED.replace("11-24", "11-23") + yaml, Customer.class))
                .hasSize(1);
        assertThat(problems(ACCEPTED.replace("DATA-1", "DATA-2") + yaml, Customer.class))
                .hasSize(1);
    }

    @Test
    void holdsACopyAgainstTheStricterOfTwoTypesOfOneName() {
        for (List<Class<?>> types : List.of(
                List.<Class<?>>of(Customer.class, Elsewhere.Customer.class, CopyOfSlogan.class),
                List.<Class<?>>of(Elsewhere.Customer.class, Customer.class, CopyOfSlogan.class))) {
            assertThat(problems("", types.toArray(Class<?>[]::new)))
                    .singleElement()
                    .asString()
                    .contains("CopyOfSlogan.motto [DATA-1]  asked: at least confidential");
        }
    }

    @Test
    void refusesALaxFieldThatHasTheNameOfARestrictedOneButForAHyphen() {
        assertThat(problems("fields: {Ledger: {restricted: [e-mail]}}\n", Leaking.class))
                .singleElement()
                .asString()
                .contains("Leaking.e_mail [DATA-1]");
    }

    @Test
    void refusesALaxFieldThatHasTheNameOfARestrictedOne() {
        List<String> problems = problems("fields: {Customer: {restricted: [email]}}\n", Customer.class, Leaking.class);

        assertThat(problems)
                .singleElement()
                .asString()
                .startsWith(Leaking.class.getName() + "  Leaking.e_mail [DATA-1]  asked: restricted")
                .contains("set: internal")
                .contains("accept DATA-1");
        assertThat(of(ACCEPTED, Customer.class, Leaking.class).restricted()).contains("email");
    }

    @Test
    void refusesACopyThatIsLaxerThanWhatItIsACopyOf() {
        assertThat(problems("", Customer.class, Copy.class))
                .singleElement()
                .asString()
                .startsWith(Copy.class.getName() + "  Copy.address [DATA-1]")
                .contains("at least restricted, as Customer.email is");
        assertThat(of("", Customer.class, FaithfulCopy.class).restricted()).contains("address");
    }

    @Test
    void refusesACopyOfWhatIsNotThere() {
        assertThat(problems(ACCEPTED, Customer.class, CopyOfNothing.class))
                .singleElement()
                .asString()
                .contains("CopyOfNothing.address")
                .contains("set: Customer.mail");
    }

    @Test
    void refusesAFieldOfThePolicyThatItsTypeHasNot() {
        assertThat(problems("fields: {Summary: {internal: [nam], public: [nota]}}\n", Summary.class))
                .hasSize(2)
                .first()
                .asString()
                .startsWith("hauberk.yml:1  fields.Summary [DATA-1]  asked: fields that Summary has; set: nam")
                .endsWith("Write one of name, note.");
    }

    @Test
    void reportsEveryProblemAtOnce() {
        assertThat(problems(
                        "fields: {Customer: {public: [email], internal: [nothing]}}\n",
                        Customer.class,
                        Copy.class,
                        CopyOfNothing.class))
                .hasSize(4);
    }

    private static FieldCatalogue of(String yaml, Class<?>... types) {
        return FieldCatalogue.with(policy(yaml), TODAY).types(types).freeze();
    }

    private static List<String> problems(String yaml, Class<?>... types) {
        SecurityPolicy policy = policy(yaml);
        PolicyException refused = catchThrowableOfType(
                PolicyException.class,
                () -> FieldCatalogue.with(policy, TODAY).types(types).freeze());
        return refused.problems().stream().map(Object::toString).toList();
    }

    private static SecurityPolicy policy(String yaml) {
        return PolicySource.yaml(yaml.isEmpty() ? "baseline: strict" : yaml, "hauberk.yml")
                .policy(TODAY);
    }
}
