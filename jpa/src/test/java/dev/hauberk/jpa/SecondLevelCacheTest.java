package dev.hauberk.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.benmanes.caffeine.jcache.spi.CaffeineCachingProvider;
import dev.hauberk.crypto.field.CipherException;
import dev.hauberk.crypto.field.Envelope;
import java.util.Map;
import java.util.UUID;
import javax.cache.Cache;
import javax.cache.CacheManager;
import javax.cache.Caching;
import org.hibernate.cache.internal.BasicCacheKeyImplementation;
import org.hibernate.cache.spi.entry.CacheEntry;
import org.hibernate.cache.spi.support.AbstractReadWriteAccess;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a real second-level cache holds. */
@Tag("DATA-2")
class SecondLevelCacheTest {
    private CacheManager caches;
    private Hibernate hibernate;

    @BeforeEach
    void start() {
        caches = Caching.getCachingProvider(CaffeineCachingProvider.class.getName())
                .getCacheManager();
        hibernate = Hibernate.start(Engine.H2.empty(), SomeKeys.entities(SomeKeys.first()), settings(), Customer.class);
    }

    private Map<String, Object> settings() {
        return Map.of(
                "hibernate.cache.use_second_level_cache", "true",
                "hibernate.cache.use_query_cache", "true",
                "hibernate.cache.region.factory_class", "jcache",
                "hibernate.javax.cache.missing_cache_strategy", "create",
                "hibernate.javax.cache.cache_manager", caches,
                "hibernate.generate_statistics", "true");
    }

    @AfterEach
    void stop() {
        hibernate.close();
        caches.close();
    }

    /** What the cache holds of the entities: every field of every entry, as text. */
    private String held() {
        Cache<Object, Object> region = caches.getCache(Customer.class.getName());
        StringBuilder text = new StringBuilder();
        for (Cache.Entry<Object, Object> entry : region) {
            assertThat(entry.getKey()).isNotNull();
            Object value = ((AbstractReadWriteAccess.Item) entry.getValue()).getValue();
            for (Object part : ((CacheEntry) value).getDisassembledState()) {
                text.append(part instanceof byte[] bytes ? new String(bytes) : String.valueOf(part))
                        .append('\n');
            }
        }
        return text.toString();
    }

    private UUID saved() {
        Customer ada = Customer.ada();
        hibernate.run(session -> session.persist(ada));
        return ada.id;
    }

    @Test
    void holdsTheVeryEnvelopeThatTheRowHoldsOnceAnEntityWasWritten() {
        saved();

        assertThat(held())
                .contains(hibernate.column("select email from Customer").get(0))
                .contains(hibernate.column("select photo from Customer").get(0))
                .doesNotContain("acme.example", "1815", "1234.50");
    }

    @Test
    void holdsEnvelopesOnceAnEntityWasReadOrChanged() {
        UUID id = saved();
        hibernate.factory.getCache().evictAllRegions();

        hibernate.run(session -> session.find(Customer.class, id));
        assertThat(held()).contains(Envelope.MARK).doesNotContain("acme.example", "1815");

        hibernate.run(session -> session.find(Customer.class, id).email = "changed@acme.example");
        assertThat(held())
                .contains(hibernate.column("select email from Customer").get(0))
                .doesNotContain("acme.example");
    }

    @Test
    void givesEntitiesBackFromTheCacheWithoutAStatement() {
        UUID id = saved();
        hibernate.statements.forget();

        Customer ada = hibernate.get(session -> session.find(Customer.class, id));

        assertThat(ada)
                .usingRecursiveComparison()
                .ignoringFields("id", "emailIndex")
                .isEqualTo(Customer.ada());
        assertThat(hibernate.statements.of("select")).isEmpty();
        assertThat(hibernate.statements.of("update")).isEmpty();
        assertThat(hibernate.factory.getStatistics().getSecondLevelCacheHitCount())
                .isOne();
    }

    @Test
    void givesAnEntityOfAnotherTenantBackWhichItsConstructorNamesOtherwise() {
        UUID id = saved();
        hibernate.run(session -> session.find(Customer.class, id).organisation = "umbrella");
        hibernate.statements.forget();

        assertThat(hibernate.get(session -> session.find(Customer.class, id)).email)
                .isEqualTo("Ada@acme.example");
        assertThat(hibernate.statements.of("select")).isEmpty();
    }

    @Test
    void servesStatelessSessionsToo() {
        UUID id = saved();

        assertThat(hibernate.stateless(session -> session.get(Customer.class, id)).email)
                .isEqualTo("Ada@acme.example");
    }

    @Test
    void holdsEnvelopesOfQueriesAsWell() {
        saved();
        for (int i = 0; i < 2; i++) {
            SealedValue email =
                    hibernate.get(session -> session.createQuery("select email from Customer", SealedValue.class)
                            .setCacheable(true)
                            .getSingleResult());
            assertThat(email.envelope()).startsWith(Envelope.MARK);
        }

        assertThat(hibernate.factory.getStatistics().getQueryCacheHitCount()).isOne();
    }

    @Test
    void readsEntitiesOutOfAQueryCacheThatNoOtherCacheHolds() {
        Shapes.Generated one = new Shapes.Generated();
        one.body = "hidden";
        try (Hibernate uncached =
                Hibernate.start(Engine.H2.empty(), SomeKeys.forOneTenant(), settings(), Shapes.Generated.class)) {
            uncached.run(session -> session.persist(one));
            for (int i = 0; i < 3; i++) {
                uncached.run(session -> assertThat(session.createQuery("from Generated", Shapes.Generated.class)
                                .setCacheable(true)
                                .list())
                        .extracting(read -> read.body)
                        .containsExactly("hidden"));
            }

            assertThat(uncached.factory.getStatistics().getQueryCacheHitCount()).isEqualTo(2);
            assertThat(uncached.statements.of("update")).isEmpty();
        }
    }

    @Test
    void doesNotOpenWhatTheCacheHoldsForAnotherRow() {
        UUID one = saved();
        Customer other = Customer.ada();
        other.email = "other@acme.example";
        hibernate.run(session -> session.persist(other));
        Cache<Object, Object> region = caches.getCache(Customer.class.getName());
        Object first = null;
        Object second = null;
        for (Cache.Entry<Object, Object> entry : region) {
            if (((BasicCacheKeyImplementation) entry.getKey()).getId().equals(one)) {
                first = entry.getKey();
            } else {
                second = entry.getKey();
            }
        }
        region.put(first, region.get(second));

        assertThatThrownBy(() -> hibernate.get(session -> session.find(Customer.class, one)))
                .isInstanceOf(CipherException.class);
    }
}
