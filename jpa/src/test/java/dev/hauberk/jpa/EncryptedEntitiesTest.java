package dev.hauberk.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hauberk.Tenant;
import dev.hauberk.crypto.field.CipherException;
import dev.hauberk.crypto.field.Envelope;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("DATA-2")
@ParameterizedClass
@EnumSource(Engine.class)
class EncryptedEntitiesTest {
    private static final Tenant ACME = new Tenant("acme");
    private static EncryptedEntities entities;
    private static Hibernate hibernate;

    @Parameter
    Engine engine;

    @BeforeParameterizedClassInvocation
    static void start(Engine engine) {
        entities = SomeKeys.entities(SomeKeys.first());
        hibernate = Hibernate.start(engine, entities, Customer.class);
    }

    @AfterParameterizedClassInvocation
    static void stop() {
        hibernate.close();
    }

    @BeforeEach
    void empty() {
        hibernate.change("delete from Customer");
        hibernate.statements.forget();
    }

    private static UUID saved() {
        Customer ada = Customer.ada();
        hibernate.run(session -> session.persist(ada));
        hibernate.statements.forget();
        return ada.id;
    }

    private static Customer read(UUID id) {
        return hibernate.get(session -> session.find(Customer.class, id));
    }

    private static String stored(String column) {
        return hibernate.column("select " + column + " from Customer").get(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"email", "photo", "born", "seen", "points", "shoeSize", "floor", "salary", "account"})
    void storesEnvelopesAlone(String column) {
        saved();

        assertThat(stored(column)).startsWith(Envelope.MARK);
        assertThat(Envelope.keyIdOf(stored(column))).contains("k1");
    }

    @Test
    void givesEveryKindOfValueBackAsItWas() {
        Customer ada = read(saved());

        assertThat(ada)
                .usingRecursiveComparison()
                .ignoringFields("id", "emailIndex")
                .isEqualTo(Customer.ada());
        assertThat(ada.emailIndex).isEqualTo(stored("emailIndex"));
    }

    @Test
    void keepsWhatIsNotThere() {
        Customer nobody = new Customer();
        hibernate.run(session -> session.persist(nobody));

        Customer read = read(nobody.id);
        assertThat(read.email).isNull();
        assertThat(read.emailIndex).isNull();
        assertThat(read.photo).isNull();
        assertThat(read.born).isNull();
        assertThat(hibernate.column("select email from Customer where email is null"))
                .hasSize(1);
    }

    @Test
    void writesNothingWhenEntitiesAreRead() {
        UUID id = saved();

        read(id);
        hibernate.run(session -> assertThat(
                        session.createQuery("from Customer", Customer.class).list())
                .hasSize(1));
        hibernate.run(session -> session.refresh(session.find(Customer.class, id)));

        assertThat(hibernate.statements.of("select")).isNotEmpty();
        assertThat(hibernate.statements.of("update")).isEmpty();
    }

    @Test
    void writesNothingWhereAValueIsSetToWhatItWas() {
        UUID id = saved();

        hibernate.run(session -> {
            Customer ada = session.find(Customer.class, id);
            ada.email = new String("Ada@acme.example");
            ada.photo = ada.photo.clone();
            ada.salary = Customer.ada().salary;
        });

        assertThat(hibernate.statements.of("update")).isEmpty();
    }

    @Test
    void writesANewEnvelopeWhereAValueChangedAndKeepsTheOthers() {
        UUID id = saved();
        String email = stored("email");
        String born = stored("born");

        hibernate.run(session -> session.find(Customer.class, id).email = "countess@acme.example");

        assertThat(hibernate.statements.of("update")).hasSize(1);
        assertThat(stored("email")).isNotEqualTo(email);
        assertThat(stored("born")).isEqualTo(born);
        assertThat(read(id).email).isEqualTo("countess@acme.example");
        assertThat(read(id).version).isEqualTo(1);
    }

    @Test
    void noticesBytesThatChangeInPlace() {
        UUID id = saved();

        hibernate.run(session -> session.find(Customer.class, id).photo[0] = 9);

        assertThat(read(id).photo).containsExactly(9, 2, 3);
    }

    @Test
    void noticesBytesThatChangeInPlaceWithinTheSessionThatSavedThem() {
        Customer ada = Customer.ada();
        hibernate.run(session -> {
            session.persist(ada);
            session.flush();
            ada.photo[0] = 9;
            session.flush();
            ada.photo[1] = 9;
        });

        assertThat(read(ada.id).photo).containsExactly(9, 9, 3);
        assertThat(hibernate.statements.of("update")).hasSize(2);
    }

    @Test
    void takesAValueAwayAndBringsOneBack() {
        UUID id = saved();

        hibernate.run(session -> session.find(Customer.class, id).email = null);
        assertThat(stored("email")).isNull();
        assertThat(stored("emailIndex")).isNull();
        hibernate.run(session -> session.find(Customer.class, id).email = "back@acme.example");

        assertThat(read(id).email).isEqualTo("back@acme.example");
    }

    @Test
    void writesOnceWhatChangesBetweenPersistAndFlush() {
        Customer ada = Customer.ada();
        hibernate.run(session -> {
            session.persist(ada);
            ada.email = "later@acme.example";
        });

        assertThat(read(ada.id).email).isEqualTo("later@acme.example");
    }

    @Test
    void mergesDetachedEntities() {
        UUID id = saved();
        Customer detached = read(id);
        hibernate.statements.forget();

        hibernate.run(session -> session.merge(detached));
        assertThat(hibernate.statements.of("update")).isEmpty();

        detached.email = "merged@acme.example";
        detached.photo[2] = 0;
        hibernate.run(session -> session.merge(detached));
        assertThat(read(id).email).isEqualTo("merged@acme.example");
        assertThat(read(id).photo).containsExactly(1, 2, 0);
    }

    @Test
    void mergesNewEntities() {
        Customer ada = Customer.ada();
        hibernate.run(session -> session.merge(ada));

        assertThat(read(ada.id).email).isEqualTo("Ada@acme.example");
    }

    @Test
    void refreshesFromTheRow() {
        UUID id = saved();

        hibernate.run(session -> {
            Customer ada = session.find(Customer.class, id);
            ada.email = "unsaved@acme.example";
            session.refresh(ada);
            assertThat(ada.email).isEqualTo("Ada@acme.example");
        });

        assertThat(hibernate.statements.of("update")).isEmpty();
    }

    @Test
    void worksInStatelessSessions() {
        Customer ada = Customer.ada();
        hibernate.stateless(session -> session.insert(ada));
        assertThat(stored("email")).startsWith(Envelope.MARK);
        assertThat(stored("emailIndex")).startsWith("k1.");

        Customer read = hibernate.stateless(session -> session.get(Customer.class, ada.id));
        assertThat(read).usingRecursiveComparison().isEqualTo(ada);

        read.email = "stateless@acme.example";
        read.born = null;
        hibernate.stateless(session -> {
            session.update(read);
            return null;
        });
        assertThat(read(ada.id).email).isEqualTo("stateless@acme.example");
        assertThat(read(ada.id).born).isNull();

        List<Customer> found = hibernate.stateless(
                session -> session.createQuery("from Customer", Customer.class).list());
        assertThat(found).extracting(customer -> customer.email).containsExactly("stateless@acme.example");
    }

    @Test
    void refreshesAndUpsertsInStatelessSessions() {
        UUID id = saved();
        hibernate.stateless(session -> {
            Customer ada = session.get(Customer.class, id);
            ada.email = "unsaved@acme.example";
            session.refresh(ada);
            assertThat(ada.email).isEqualTo("Ada@acme.example");
            ada.email = "upserted@acme.example";
            session.upsert(ada);
            return null;
        });

        assertThat(read(id).email).isEqualTo("upserted@acme.example");
        assertThat(stored("email")).startsWith(Envelope.MARK);
    }

    @Test
    void givesProjectionsTheEnvelopeWhichOpensInItsRowAlone() {
        UUID id = saved();

        Object[] row = hibernate.get(
                session -> session.createQuery("select c.email, c.born, c.id from Customer c", Object[].class)
                        .getSingleResult());

        SealedValue email = (SealedValue) row[0];
        assertThat(email.envelope()).isEqualTo(stored("email"));
        assertThat(email).hasToString("SealedValue[hidden]");
        assertThat(open("email", email, ACME, id)).isEqualTo("Ada@acme.example");
        assertThat(open("born", row[1], ACME, id)).isEqualTo(Customer.ada().born);
        assertThatThrownBy(() -> open("email", email, ACME, UUID.randomUUID())).isInstanceOf(CipherException.class);
        assertThatThrownBy(() -> open("email", email, new Tenant("other"), id)).isInstanceOf(CipherException.class);
        assertThatThrownBy(() -> open("born", email, ACME, id)).isInstanceOf(CipherException.class);
        assertThatThrownBy(() -> open("name", email, ACME, id))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Customer has no field name marked @Encrypted");
    }

    private static Object open(String field, Object value, Tenant tenant, UUID id) {
        return entities.open(Customer.class, field, (SealedValue) value, tenant, id);
    }

    record View(String name, Object email) {}

    record Wrong(String email) {}

    @Test
    void givesTuplesAndRecordsTheEnvelopeAndNeverTheValueAsText() {
        saved();

        View view = hibernate.get(session -> session.createQuery(
                        "select new dev.hauberk.jpa.EncryptedEntitiesTest$View(c.name, c.email) from Customer c",
                        View.class)
                .getSingleResult());
        assertThat(view.email()).isInstanceOf(SealedValue.class);
        assertThat(hibernate.<Object>get(session -> session.createQuery(
                                "select c.email as email from Customer c", jakarta.persistence.Tuple.class)
                        .getSingleResult()
                        .get("email")))
                .isInstanceOf(SealedValue.class);
        assertThatThrownBy(() ->
                        hibernate.get(session -> session.createQuery("select c.email from Customer c", String.class)
                                .list()))
                .isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() -> hibernate.get(session -> session.createQuery(
                                "select new dev.hauberk.jpa.EncryptedEntitiesTest$Wrong(c.email) from Customer c",
                                Wrong.class)
                        .list()))
                .isInstanceOf(RuntimeException.class);
    }

    @Test
    void givesNativeQueriesTheEnvelope() {
        saved();

        assertThat(hibernate.<Object>get(
                        session -> session.createNativeQuery("select email from Customer", Object.class)
                                .getSingleResult()))
                .isEqualTo(stored("email"));
        Customer ada = hibernate.get(session -> session.createNativeQuery("select * from Customer", Customer.class)
                .getSingleResult());
        assertThat(ada.email).isEqualTo("Ada@acme.example");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update Customer set email = 'plain'",
                "update Customer set email = name",
                "update Customer set email = upper(name)",
                "update Customer set email = concat(name, 'x')",
                "update Customer set email = cast(name as String)",
                "update Customer set born = local date",
                "update Customer set points = 5",
                "update Customer set points = points + 1",
                "update Customer set email = coalesce(name, 'x')",
                "update Customer set email = function('lower', name)",
                "update Customer set email = (select max(c.name) from Customer c)",
                "update Customer set email = case when name = 'Ada' then 'x' else 'y' end",
                "insert into Customer (id, version, email) values (uuid(), 0, 'plain')",
                "insert into Customer (id, version, email) select id, 0, name from Customer",
                "from Customer where email = 'Ada@acme.example'"
            })
    void refusesAQueryThatWouldStoreOrCompareAPlainValue(String hql) {
        saved();
        String before = stored("email");

        assertThatThrownBy(() -> hibernate.run(session -> {
                    if (hql.startsWith("from")) {
                        session.createQuery(hql, Customer.class).list();
                    } else {
                        session.createMutationQuery(hql).executeUpdate();
                    }
                }))
                .isInstanceOf(RuntimeException.class);
        assertThat(hibernate.column("select email from Customer")).containsExactly(before);
    }

    @Test
    void refusesAParameterThatIsAPlainValueAndDoesNotRepeatIt() {
        saved();
        String before = stored("email");

        assertThatThrownBy(
                        () -> hibernate.run(session -> session.createMutationQuery("update Customer set email = :email")
                                .setParameter("email", "plain@acme.example")
                                .executeUpdate()))
                .isInstanceOf(RuntimeException.class);
        assertThat(stored("email")).isEqualTo(before);
    }

    @Test
    void letsAQueryTakeAValueAway() {
        UUID id = saved();
        hibernate.run(session ->
                session.createMutationQuery("update Customer set email = null").executeUpdate());

        assertThat(read(id).email).isNull();
    }

    @Test
    void doesNotOpenWhatAQueryPutIntoAnotherRow() {
        UUID id = saved();
        SealedValue moved =
                hibernate.get(session -> session.createQuery("select email from Customer", SealedValue.class)
                        .getSingleResult());
        Customer other = new Customer();
        hibernate.run(session -> session.persist(other));

        hibernate.run(session -> session.createMutationQuery("update Customer set email = :email where id = :id")
                .setParameter("email", moved)
                .setParameter("id", other.id)
                .executeUpdate());

        assertThat(read(id).email).isEqualTo("Ada@acme.example");
        assertThatThrownBy(() -> read(other.id)).isInstanceOf(CipherException.class);
        assertThatThrownBy(() -> hibernate.stateless(session -> session.get(Customer.class, other.id)))
                .isInstanceOf(CipherException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update Customer set email = 'hbk-v01-plain'",
                "update Customer set organisation = 'other'",
                "update Customer set born = seen"
            })
    void doesNotOpenWhatWasPutThereInSqlInAnotherColumnOrForAnotherTenant(String sql) {
        UUID id = saved();
        hibernate.change(sql);

        assertThatThrownBy(() -> read(id)).isInstanceOf(CipherException.class);
        assertThatThrownBy(() -> hibernate.stateless(session -> session.get(Customer.class, id)))
                .isInstanceOf(CipherException.class);
    }

    @Test
    void encryptsAnewForAnotherTenant() {
        UUID id = saved();
        String before = stored("born");

        hibernate.run(session -> session.find(Customer.class, id).organisation = "umbrella");

        assertThat(stored("born")).isNotEqualTo(before);
        assertThat(read(id).born).isEqualTo(Customer.ada().born);
    }

    @Test
    void refusesToWriteARowWithoutATenant() {
        Customer lost = Customer.ada();
        lost.organisation = null;

        assertThatThrownBy(() -> hibernate.run(session -> session.persist(lost)))
                .hasStackTraceContaining("an encrypted field of Customer is bound to its tenant");
        assertThat(hibernate.column("select email from Customer")).isEmpty();
    }

    @Test
    void findsByTheBlindIndex() {
        UUID id = saved();
        hibernate.run(session -> {
            Customer other = Customer.ada();
            other.organisation = "umbrella";
            session.persist(other);
        });

        List<Customer> found = hibernate.get(session -> session.createQuery(
                        "from Customer c where c.emailIndex in :found", Customer.class)
                .setParameter("found", entities.index(Customer.class, "email").lookups("ADA@ACME.EXAMPLE", ACME))
                .list());

        assertThat(found).extracting(customer -> customer.id).containsExactly(id);
        assertThatThrownBy(() -> entities.index(Customer.class, "name"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Customer has no field name marked @BlindIndexed");
    }

    @Test
    void findsByTheBlindIndexWithCriteria() {
        UUID id = saved();

        List<Customer> found = hibernate.get(session -> {
            var query = session.getCriteriaBuilder().createQuery(Customer.class);
            var customer = query.from(Customer.class);
            query.where(customer.get("emailIndex")
                    .in(entities.index(Customer.class, "email").lookups("ada@acme.example", ACME)));
            return session.createQuery(query).list();
        });

        assertThat(found).extracting(customer -> customer.id).containsExactly(id);
    }

    @Test
    void writesTheIndexAnewWithItsFieldAndOverWhateverTheApplicationSets() {
        UUID id = saved();
        String before = stored("emailIndex");

        hibernate.run(session -> session.find(Customer.class, id).emailIndex = "forged");
        assertThat(stored("emailIndex")).isEqualTo(before);

        hibernate.run(session -> session.find(Customer.class, id).email = "other@acme.example");
        assertThat(stored("emailIndex")).isNotEqualTo(before).startsWith("k1.");
    }

    @Test
    void keepsValuesUniqueWithinATenantByTheIndex() {
        saved();
        Customer again = Customer.ada();
        again.email = "ADA@ACME.EXAMPLE";

        assertThatThrownBy(() -> hibernate.run(session -> session.persist(again)))
                .isInstanceOf(RuntimeException.class);
    }

    @Test
    void saysNothingOfAValueInItsText() {
        Customer ada = Customer.ada();
        String texts = hibernate.get(session -> {
            session.persist(ada);
            Object[] state = session.unwrap(org.hibernate.engine.spi.SessionImplementor.class)
                    .getPersistenceContext()
                    .getEntry(ada)
                    .getLoadedState();
            return java.util.Arrays.stream(state).map(String::valueOf).collect(Collectors.joining(" "));
        });

        assertThat(texts).contains("SealedValue[hidden]").doesNotContain("acme.example", "1815", "1234.50");
    }
}
