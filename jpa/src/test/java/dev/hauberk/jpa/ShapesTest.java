package dev.hauberk.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hauberk.Tenant;
import dev.hauberk.crypto.field.CipherException;
import dev.hauberk.crypto.field.Envelope;
import dev.hauberk.crypto.field.FieldCipher;
import dev.hauberk.crypto.field.FieldContext;
import dev.hauberk.key.KeyRing;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.hibernate.Session;
import org.hibernate.jpa.boot.spi.IntegratorProvider;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("DATA-2")
class ShapesTest {
    @ParameterizedTest
    @EnumSource(Engine.class)
    void bindsToTheTenantOfTheSession(Engine engine) {
        try (Hibernate hibernate = Hibernate.start(engine, SomeKeys.entities(SomeKeys.first()), Shapes.Note.class)) {
            Shapes.Note note = new Shapes.Note();
            note.body = "hidden";
            Shapes.Note other = new Shapes.Note();
            other.body = "hidden too";
            as(hibernate, "acme", session -> session.persist(note));
            as(hibernate, "umbrella", session -> session.persist(other));

            as(
                    hibernate,
                    "acme",
                    session -> assertThat(session.find(Shapes.Note.class, note.id).body)
                            .isEqualTo("hidden"));
            try (var session = hibernate
                    .factory
                    .withStatelessOptions()
                    .tenantIdentifier((Object) "umbrella")
                    .openStatelessSession()) {
                assertThat(session.get(Shapes.Note.class, other.id).body).isEqualTo("hidden too");
            }
            hibernate.change("update Note set tenant = 'acme'");
            as(
                    hibernate,
                    "acme",
                    session -> assertThatThrownBy(() -> session.find(Shapes.Note.class, other.id))
                            .isInstanceOf(CipherException.class));
        }
    }

    private static void as(Hibernate hibernate, String tenant, java.util.function.Consumer<Session> work) {
        try (Session session = hibernate
                .factory
                .withOptions()
                .tenantIdentifier((Object) tenant)
                .openSession()) {
            session.inTransaction(transaction -> work.accept(session));
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void bindsToTheOnlyTenantAndToTheNamesThatATableHadBefore(Engine engine) {
        FieldCipher cipher = FieldCipher.of(SomeKeys.first());
        try (Hibernate hibernate = Hibernate.start(engine, SomeKeys.forOneTenant(), Shapes.Plain.class)) {
            hibernate.run(session -> session.persist(new Shapes.Plain(7, "hidden")));

            String stored = hibernate.column("select body from Plain").get(0);
            assertThat(cipher.decrypt(stored, new FieldContext(new Tenant("only"), "OldPlain", "oldBody", "7")))
                    .isEqualTo("hidden");
            assertThat(hibernate.get(session -> session.find(Shapes.Plain.class, 7L)).body)
                    .isEqualTo("hidden");
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void leavesTheApplicationsOwnTypesAlone(Engine engine) {
        try (Hibernate hibernate = Hibernate.start(engine, SomeKeys.forOneTenant(), Shapes.Loud.class)) {
            hibernate.run(session -> session.persist(new Shapes.Loud()));

            assertThat(hibernate.column("select name from Loud")).containsExactly("ADA");
            assertThat(hibernate.column("select body from Loud").get(0)).startsWith(Envelope.MARK);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void takesAnIdThatHibernateMakesBeforeTheInsert(Engine engine) {
        try (Hibernate hibernate = Hibernate.start(engine, SomeKeys.forOneTenant(), Shapes.Generated.class)) {
            Shapes.Generated one = new Shapes.Generated();
            one.body = "hidden";
            hibernate.run(session -> session.persist(one));
            Shapes.Generated two = new Shapes.Generated();
            two.body = "hidden too";
            hibernate.stateless(session -> session.insert(two));

            assertThat(hibernate.get(session -> session.find(Shapes.Generated.class, one.id)).body)
                    .isEqualTo("hidden");
            assertThat(hibernate.get(session -> session.find(Shapes.Generated.class, two.id)).body)
                    .isEqualTo("hidden too");
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void followsEveryInheritanceThatKeepsAFieldInOneTable(Engine engine) {
        EncryptedEntities entities = SomeKeys.forOneTenant();
        try (Hibernate hibernate = Hibernate.start(
                engine,
                entities,
                Shapes.Joined.class,
                Shapes.JoinedChild.class,
                Shapes.Single.class,
                Shapes.SingleChild.class,
                Shapes.Union.class,
                Shapes.UnionChild.class,
                Shapes.Spread.class)) {
            Shapes.JoinedChild joined = new Shapes.JoinedChild();
            joined.owner = "acme";
            joined.inherited = "a";
            joined.zulu = "z";
            joined.child = "c";
            Shapes.SingleChild single = new Shapes.SingleChild();
            single.owner = "acme";
            single.inherited = "b";
            single.alpha = "d";
            Shapes.UnionChild union = new Shapes.UnionChild();
            union.body = "u";
            Shapes.Spread spread = new Shapes.Spread();
            spread.owner = "acme";
            spread.away = "s";
            hibernate.run(session -> List.of(joined, single, union, spread).forEach(session::persist));

            hibernate.run(session -> {
                Shapes.JoinedChild read = (Shapes.JoinedChild) session.find(Shapes.Joined.class, joined.id);
                assertThat(read).usingRecursiveComparison().isEqualTo(joined);
                assertThat(session.find(Shapes.Single.class, single.id))
                        .usingRecursiveComparison()
                        .isEqualTo(single);
                assertThat(session.find(Shapes.UnionChild.class, union.id).body).isEqualTo("u");
                assertThat(session.find(Shapes.Spread.class, spread.id).away).isEqualTo("s");
            });
            assertThat(hibernate.stateless(session -> session.get(Shapes.Joined.class, joined.id)).inherited)
                    .isEqualTo("a");
            assertThat(hibernate.statements.of("update")).isEmpty();
            assertThat(hibernate.column("select child from JoinedChild").get(0)).startsWith(Envelope.MARK);
            assertThat(hibernate.column("select childIndex from JoinedChild"))
                    .containsExactly(
                            entities.index(Shapes.JoinedChild.class, "child").of("c", new Tenant("acme")));
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void writesOnlyWhatChangedInDynamicUpdatesWithTheIndexOfIt(Engine engine) {
        try (Hibernate hibernate = Hibernate.start(engine, SomeKeys.forOneTenant(), Shapes.Dynamic.class)) {
            Shapes.Dynamic one = new Shapes.Dynamic();
            one.code = "first";
            one.data = new byte[] {1};
            hibernate.run(session -> session.persist(one));
            String index = hibernate.column("select codeIndex from Dynamic").get(0);
            hibernate.statements.forget();

            hibernate.run(session -> session.find(Shapes.Dynamic.class, one.id).code = "second");

            assertThat(hibernate.statements.of("update"))
                    .singleElement()
                    .asString()
                    .contains("code=?", "codeindex=?")
                    .doesNotContain("name", "data");
            assertThat(hibernate.column("select codeIndex from Dynamic").get(0)).isNotEqualTo(index);
            assertThat(hibernate.get(session -> session.find(Shapes.Dynamic.class, one.id)).code)
                    .isEqualTo("second");
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void comparesTheEnvelopesThatWereReadWhereAllColumnsLockOptimistically(Engine engine) {
        try (Hibernate hibernate = Hibernate.start(engine, SomeKeys.forOneTenant(), Shapes.Optimistic.class)) {
            Shapes.Optimistic one = new Shapes.Optimistic();
            one.body = "a";
            one.other = "b";
            hibernate.run(session -> {
                session.persist(one);
                session.flush();
                one.body = "c";
                session.flush();
                one.other = "d";
            });
            hibernate.run(session -> {
                Shapes.Optimistic read = session.find(Shapes.Optimistic.class, one.id);
                read.body = "e";
                session.flush();
                read.body = "f";
            });
            Shapes.Optimistic last = hibernate.get(session -> session.find(Shapes.Optimistic.class, one.id));
            assertThat(last.body).isEqualTo("f");
            assertThat(last.other).isEqualTo("d");
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void encryptsAnewInADynamicUpdateThatMovesARowToAnotherTenant(Engine engine) {
        try (Hibernate hibernate = Hibernate.start(engine, SomeKeys.entities(SomeKeys.first()), Shapes.Moving.class)) {
            Shapes.Moving one = new Shapes.Moving();
            one.secret = "s";
            one.body = "b";
            hibernate.run(session -> {
                session.persist(one);
                session.flush();
                one.owner = "umbrella";
            });
            Shapes.Moving moved = hibernate.get(session -> session.find(Shapes.Moving.class, one.id));
            assertThat(moved).usingRecursiveComparison().isEqualTo(one);

            hibernate.run(session -> session.find(Shapes.Moving.class, one.id).owner = "initech");
            Shapes.Moving read = hibernate.get(session -> session.find(Shapes.Moving.class, one.id));
            assertThat(read.body + read.secret).isEqualTo("bs");
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void makesAStaleEnvelopeAnewWhenItsRowIsWrittenAndNotBefore(Engine engine) {
        DataSource source = engine.empty();
        Customer ada = Customer.ada();
        Map<String, Object> keep = Map.of("hibernate.hbm2ddl.auto", "create");
        try (Hibernate before = Hibernate.start(source, SomeKeys.entities(SomeKeys.first()), keep, Customer.class)) {
            before.run(session -> session.persist(ada));
        }
        Map<String, Object> then = Map.of("hibernate.hbm2ddl.auto", "none");
        try (Hibernate after = Hibernate.start(source, SomeKeys.entities(SomeKeys.both()), then, Customer.class)) {
            after.run(session ->
                    assertThat(session.find(Customer.class, ada.id).email).isEqualTo("Ada@acme.example"));
            assertThat(after.statements.of("update")).isEmpty();
            assertThat(Envelope.keyIdOf(
                            after.column("select email from Customer").get(0)))
                    .contains("k1");

            after.run(session -> session.find(Customer.class, ada.id).name = "Countess");

            assertThat(Envelope.keyIdOf(
                            after.column("select email from Customer").get(0)))
                    .contains("k2");
            assertThat(Envelope.keyIdOf(
                            after.column("select photo from Customer").get(0)))
                    .contains("k2");
            assertThat(after.column("select emailIndex from Customer").get(0)).startsWith("k2.");
            assertThat(after.get(session -> session.find(Customer.class, ada.id)).email)
                    .isEqualTo("Ada@acme.example");
            after.change("drop table Customer");
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void storesAndReadsNothingWhereItIsNotInstalled(Engine engine) {
        try (Hibernate hibernate = Hibernate.without(engine, Shapes.Generated.class)) {
            Shapes.Generated one = new Shapes.Generated();
            one.body = "hidden";

            assertThatThrownBy(() -> hibernate.run(session -> session.persist(one)))
                    .hasStackTraceContaining("install EncryptedEntities in Hibernate")
                    .hasMessageNotContaining("hidden");
            assertThatThrownBy(() -> hibernate.stateless(session -> session.insert(one)))
                    .hasStackTraceContaining("install EncryptedEntities in Hibernate");
            hibernate.change("insert into Generated (id, body) values ('" + UUID.randomUUID() + "', 'hbk-v01-x')");
            assertThatThrownBy(
                            () -> hibernate.run(session -> session.createQuery("from Generated", Shapes.Generated.class)
                                    .list()))
                    .hasStackTraceContaining("install EncryptedEntities in Hibernate");
        }
    }

    @Test
    void findsByANormaliserOfTheApplicationsOwn() {
        KeyRing keys = SomeKeys.first();
        EncryptedEntities entities = EncryptedEntities.with(FieldCipher.of(keys), keys)
                .tenant(new Tenant("only"))
                .normaliser("phone", value -> value.replace(" ", ""))
                .build();
        try (Hibernate hibernate = Hibernate.start(Engine.H2, entities, Shapes.UnknownNormaliser.class)) {
            Shapes.UnknownNormaliser one = new Shapes.UnknownNormaliser();
            one.id = UUID.randomUUID();
            one.body = "+44 20 7946";
            hibernate.run(session -> session.persist(one));

            assertThat(hibernate.column("select bodyIndex from UnknownNormaliser"))
                    .containsExactly(entities.index(Shapes.UnknownNormaliser.class, "body")
                            .of("+44207946", new Tenant("only")));
        }
    }

    @Test
    void isGivenToJpaByItsSettings() {
        EncryptedEntities entities = SomeKeys.forOneTenant();

        IntegratorProvider provider = (IntegratorProvider) entities.settings().get("hibernate.integrator_provider");
        assertThat(provider.getIntegrators()).containsExactly(entities);
    }
}
