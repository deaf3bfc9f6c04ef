package dev.hauberk.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hauberk.Control;
import dev.hauberk.Event;
import dev.hauberk.Events;
import dev.hauberk.Tenant;
import dev.hauberk.audit.AuditTrail;
import dev.hauberk.audit.InMemoryAuditTrail;
import dev.hauberk.crypto.field.CipherException;
import dev.hauberk.crypto.field.Envelope;
import dev.hauberk.crypto.field.FieldCipher;
import dev.hauberk.crypto.field.FieldContext;
import dev.hauberk.crypto.field.KeyUse;
import dev.hauberk.identity.Accounts;
import dev.hauberk.jpa.Encrypted;
import dev.hauberk.jpa.EncryptedEntities;
import dev.hauberk.key.KeyRing;
import dev.hauberk.key.SecretSource;
import dev.hauberk.policy.SecurityPolicy;
import dev.hauberk.redact.Redactor;
import dev.hauberk.servlet.Hauberk;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Id;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.spi.BootstrapContext;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.integrator.spi.Integrator;
import org.hibernate.jpa.boot.spi.IntegratorProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.hibernate.autoconfigure.HibernatePropertiesCustomizer;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** One mark on a field of an entity, in an application that says nothing else. */
@Tag("DATA-1")
@Tag("DATA-2")
class EntitiesAutoConfigurationTest {
    private static final AtomicInteger OTHER_INTEGRATOR = new AtomicInteger();
    private static final UUID ADA = UUID.randomUUID();
    private static ServletWebServerApplicationContext context;

    /** An entity with a field that is marked, and one that is not. */
    @Entity(name = "Person")
    public static class Person {
        @Id
        UUID id = ADA;

        String organisation = "acme";

        @Encrypted(tenant = "organisation")
        String nationalId = "AB 12 34";

        public UUID getId() {
            return id;
        }

        public String getNationalId() {
            return nationalId;
        }
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Application {
        @Bean
        SecurityPolicy securityPolicy() {
            return SecurityPolicy.parse(
                    "routes: [{path: \"/people/{id}\", method: GET, access: public, limit: all}]\n"
                            + "limits: {all: 1000 per 1m per address, public: 30 per 1m per address}\n",
                    "hauberk.yml");
        }

        @Bean
        SecretSource secrets() {
            byte[] key = new byte[32];
            new SecureRandom().nextBytes(key);
            return SecretSource.of(Map.of(
                    "HAUBERK_KEYS",
                    "k1=" + Base64.getUrlEncoder().withoutPadding().encodeToString(key)));
        }

        @Bean
        DataSource database() {
            JdbcDataSource source = new JdbcDataSource();
            source.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
            return source;
        }

        @Bean
        @Order(0)
        HibernatePropertiesCustomizer anIntegratorOfTheApplication() {
            Integrator counts = new Integrator() {
                @Override
                public void integrate(Metadata metadata, BootstrapContext boot, SessionFactoryImplementor factory) {
                    OTHER_INTEGRATOR.incrementAndGet();
                }
            };
            IntegratorProvider provider = () -> List.of(counts);
            return settings -> settings.put("hibernate.integrator_provider", provider);
        }

        @Bean
        People people(EntityManagerFactory factory) {
            return new People(factory);
        }
    }

    @RestController
    static class People {
        private final EntityManagerFactory factory;

        People(EntityManagerFactory factory) {
            this.factory = factory;
        }

        @GetMapping("/people/{id}")
        Person person(@PathVariable UUID id) {
            try (EntityManager entities = factory.createEntityManager()) {
                return entities.find(Person.class, id);
            }
        }
    }

    @BeforeAll
    static void start() {
        SpringApplication application = new SpringApplication(Application.class);
        application.setDefaultProperties(Map.of(
                "management.endpoints.access.default", "none", "management.endpoints.web.discovery.enabled", "false"));
        context = (ServletWebServerApplicationContext)
                application.run("--server.port=0", "--spring.jpa.hibernate.ddl-auto=create");
        try (EntityManager entities =
                context.getBean(EntityManagerFactory.class).createEntityManager()) {
            entities.getTransaction().begin();
            entities.persist(new Person());
            entities.getTransaction().commit();
        }
    }

    @AfterAll
    static void stop() {
        context.close();
    }

    @Test
    void encryptsTheFieldBesideTheApplicationsOwnIntegrators() {
        try (EntityManager entities =
                context.getBean(EntityManagerFactory.class).createEntityManager()) {
            assertThat(entities.createNativeQuery("select national_id from person", String.class)
                            .getSingleResult()
                            .toString())
                    .startsWith(Envelope.MARK);
            assertThat(entities.find(Person.class, ADA).nationalId).isEqualTo("AB 12 34");
        }
        assertThat(OTHER_INTEGRATOR).hasValue(1);
    }

    @Test
    void stripsTheFieldFromResponses() throws IOException, InterruptedException {
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:"
                                        + context.getWebServer().getPort() + "/people/" + ADA))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains(ADA.toString()).doesNotContain("AB 12", "nationalId");
    }

    @Test
    void masksTheFieldInLogs() {
        Hauberk hauberk = context.getBean(Hauberk.class);
        Redactor redactor = Redactor.of(hauberk.policy().logs(), hauberk.fields());

        assertThat(hauberk.fields().restricted()).containsExactly("nationalId");
        assertThat(redactor.redact("saved Person[nationalId=AB 12 34, organisation=acme]"))
                .isEqualTo("saved Person[nationalId=[restricted], organisation=acme]");
        assertThat(context.getBean(Accounts.class)).isNotNull();
    }

    @Test
    void recordsAndTellsOfAValueThatDoesNotOpen() {
        List<Event> told = new CopyOnWriteArrayList<>();
        context.getBean(Events.class).subscribe(told::add);
        Person moved = new Person();
        moved.id = UUID.randomUUID();
        try (EntityManager entities =
                context.getBean(EntityManagerFactory.class).createEntityManager()) {
            entities.getTransaction().begin();
            entities.persist(moved);
            entities.flush();
            entities.clear();
            entities.createNativeQuery("update person set organisation = 'other' where id = :id")
                    .setParameter("id", moved.id)
                    .executeUpdate();

            assertThatThrownBy(() -> entities.find(Person.class, moved.id)).isInstanceOf(CipherException.class);

            entities.getTransaction().rollback();
        }
        assertThat(told)
                .filteredOn(event -> event.control() == Control.DATA_2)
                .extracting(Event::reason)
                .containsExactly("not-opened");
        assertThat(((InMemoryAuditTrail) context.getBean(AuditTrail.class)).records())
                .filteredOn(kept -> kept.control() == Control.DATA_2)
                .singleElement()
                .satisfies(kept -> assertThat(kept.tenant()).contains("other"));
    }

    @Test
    void encryptsUnderTheApplicationsOwnRingAndCountsByItsOwnStore() {
        KeyRing own = KeyRing.of(new Application().secrets());
        KeyUse uses = KeyUse.inMemory();
        new WebApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(EntitiesAutoConfiguration.class))
                .withBean(SecurityPolicy.class, () -> SecurityPolicy.of(Map.of()))
                .withBean(SecretSource.class, () -> SecretSource.of(Map.of()))
                .withBean(KeyRing.class, () -> own)
                .withBean(KeyUse.class, () -> uses)
                .run(started -> {
                    assertThat(started).hasSingleBean(EncryptedEntities.class);
                    FieldCipher cipher = EntityCipher.of(own, started);
                    cipher.encrypt("AB 12 34", new FieldContext(new Tenant("acme"), "person", "national_id", "1"));
                    assertThat(uses.reserve("k1", 1)).isPositive();
                });
    }
}
