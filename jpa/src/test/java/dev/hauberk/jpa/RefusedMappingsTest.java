package dev.hauberk.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.hauberk.key.KeyRing;
import dev.hauberk.key.SecretSource;
import dev.hauberk.policy.PolicyException;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("DATA-2")
class RefusedMappingsTest {
    static Stream<Arguments> shapes() {
        return Stream.of(
                arguments(
                        Shapes.Identity.class, "Identity.id [DATA-2]  asked: an id that is assigned before the insert"),
                arguments(Shapes.Sequence.class, "set: SequenceStyleGenerator. Let the application assign it"),
                arguments(Shapes.Table.class, "set: TableGenerator"),
                arguments(
                        Shapes.TwoParts.class, "TwoParts.body [DATA-2]  asked: an entity whose id is one String, UUID"),
                arguments(Shapes.IdClassed.class, "set: an id of several parts"),
                arguments(Shapes.DoubleId.class, "DoubleId.body [DATA-2]  asked: an entity whose id is one"),
                arguments(Shapes.WrongType.class, "WrongType.body [DATA-2]  asked: String, byte[], a whole number"),
                arguments(
                        Shapes.Embedding.class, "Embedding.address.street [DATA-2]  asked: an encrypted field that is"),
                arguments(Shapes.Collecting.class, "Collecting.addresses.street [DATA-2]"),
                arguments(Shapes.EncryptedList.class, "EncryptedList.names [DATA-2]"),
                arguments(Shapes.EncryptedId.class, "EncryptedId.id [DATA-2]"),
                arguments(Shapes.NotMapped.class, "NotMapped.body [DATA-2]  asked: a mark that Hibernate reads"),
                arguments(Shapes.ByGetter.class, "ByGetter.body [DATA-2]  asked: a mark that Hibernate reads"),
                arguments(Shapes.Lazy.class, "Lazy.body [DATA-2]  asked: a field that is read with its entity"),
                arguments(Shapes.Unique.class, "Unique.body [DATA-2]  asked: no unique column"),
                arguments(Shapes.UniqueTogether.class, "UniqueTogether.body [DATA-2]  asked: no unique column"),
                arguments(Shapes.UniqueByIndex.class, "UniqueByIndex.body [DATA-2]  asked: no unique column"),
                arguments(Shapes.UniqueByExpression.class, "UniqueByExpression.body [DATA-2]  asked: no unique column"),
                arguments(Shapes.Natural.class, "Natural.body [DATA-2]  asked: no unique column"),
                arguments(Shapes.NamesNothing.class, "set: nothing, which is no property of it"),
                arguments(Shapes.NamesADouble.class, "set: owner, which is none"),
                arguments(Shapes.NamesAway.class, "set: owner, which is none"),
                arguments(Shapes.NoCompanion.class, "asked: a companion that is a String of the entity; set: nothing"),
                arguments(
                        Shapes.NumberCompanion.class, "asked: a companion that is a String of the entity; set: number"),
                arguments(
                        Shapes.SealedCompanion.class, "asked: a companion that is a String of the entity; set: other"),
                arguments(Shapes.IndexedNumber.class, "asked: a String, where it is indexed"),
                arguments(Shapes.UnknownNormaliser.class, "asked: one of the normalisers exact, text; set: phone"),
                arguments(
                        Shapes.IndexedOnly.class, "IndexedOnly.body [DATA-2]  asked: @Encrypted, where it is indexed"));
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void refusesToStartWithAShapeThatItCannotKeepAndSaysWhy(Class<?> entity, String says) {
        assertThat(refusal(entity))
                .isInstanceOf(PolicyException.class)
                .hasMessageContaining(entity.getName())
                .hasMessageContaining(says);
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void refusesAnIdThatTheDatabaseGenerates(Engine engine) {
        Throwable refused = catchThrowable(() -> Hibernate.start(engine, SomeKeys.forOneTenant(), Shapes.Identity.class)
                .close());

        assertThat(refused)
                .isInstanceOf(PolicyException.class)
                .hasMessageContaining("set: IdentityGenerator. Let the application assign it");
    }

    @Test
    void refusesATableForEachClassWhereAFieldStandsInSeveral() {
        assertThat(refusal(Shapes.UnionRoot.class, Shapes.UnionLeaf.class))
                .isInstanceOf(PolicyException.class)
                .hasMessageContaining("UnionRoot.body [DATA-2]  asked: a column of one table");
    }

    @ParameterizedTest
    @ValueSource(classes = {Shapes.Writing.class, Shapes.Changing.class})
    void refusesAnotherEntityThatWritesTheColumnInClear(Class<?> twin) {
        assertThat(refusal(twin, Shapes.Sealing.class))
                .isInstanceOf(PolicyException.class)
                .hasMessageContaining(twin.getSimpleName() + ".")
                .hasMessageContaining("asked: an encrypted column that every entity encrypts");
    }

    @Test
    void takesAnotherEntityThatOnlyReadsTheColumnAndIndexesThatAreNotUnique() {
        assertThat(refusal(Shapes.Looking.class, Shapes.Sealing.class, Shapes.IndexedOpenly.class))
                .isNull();
    }

    @Test
    void takesAUniqueExpressionThatTheColumnIsNoPartOf() {
        // H2 has no index on an expression: what Hibernate makes of it there is a warning.
        assertThat(refusal(Shapes.UniqueBesides.class)).isNull();
    }

    @Test
    void refusesATenantThatIsAnotherEntity() {
        assertThat(refusal(Shapes.NamesAnEntity.class, Shapes.Plain.class))
                .isInstanceOf(PolicyException.class)
                .hasMessageContaining("set: owner, which is none. Map the tenant's id beside the association");
    }

    @Test
    void refusesAnEntityOfWhichNobodySaysWhoseItIs() {
        Throwable refused =
                catchThrowable(() -> Hibernate.start(Engine.H2, SomeKeys.entities(SomeKeys.first()), Shapes.Plain.class)
                        .close());

        assertThat(refused)
                .isInstanceOf(PolicyException.class)
                .hasMessageContaining("Plain.body [DATA-2]  asked: a tenant that it is bound to; set: nothing");
    }

    @Test
    void refusesKeysThatEndWithTheProcess() {
        KeyRing keys = KeyRing.of(SecretSource.of(Map.of("HAUBERK_KEYS", "ephemeral")));
        Throwable refused =
                catchThrowable(() -> Hibernate.start(Engine.H2, SomeKeys.entities(keys), Customer.class, Unmarked.class)
                        .close());

        assertThat(((PolicyException) refused).problems())
                .singleElement()
                .asString()
                .contains("Customer.* [DATA-2]  asked: keys that outlive the process");
    }

    @Entity(name = "Unmarked")
    static class Unmarked {
        @Id
        @GeneratedValue
        Long id;
    }

    @Test
    void leavesEntitiesAloneThatHaveNothingToEncrypt() {
        assertThat(refusal(Unmarked.class)).isNull();
    }

    @Test
    void reportsEveryProblemAtOnce() {
        Throwable refused = refusal(Shapes.WrongType.class, Shapes.TwoParts.class, Shapes.NotMapped.class);

        assertThat(((PolicyException) refused).problems()).hasSize(3);
    }

    private static Throwable refusal(Class<?>... entities) {
        return catchThrowable(() ->
                Hibernate.start(Engine.H2, SomeKeys.forOneTenant(), entities).close());
    }
}
