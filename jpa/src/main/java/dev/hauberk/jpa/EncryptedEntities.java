package dev.hauberk.jpa;

import dev.hauberk.Tenant;
import dev.hauberk.crypto.field.BlindIndex;
import dev.hauberk.crypto.field.FieldCipher;
import dev.hauberk.key.KeyRing;
import dev.hauberk.policy.PolicyException;
import dev.hauberk.policy.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hibernate.SessionFactory;
import org.hibernate.SessionFactoryObserver;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.spi.BootstrapContext;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.event.service.spi.EventListenerRegistry;
import org.hibernate.event.spi.EventType;
import org.hibernate.integrator.spi.Integrator;
import org.hibernate.jpa.boot.spi.IntegratorProvider;
import org.hibernate.mapping.PersistentClass;

/**
 * Encrypts the fields of entities that are marked {@link Encrypted} (DATA-2). Given to Hibernate as an integrator, or to JPA by
 * {@link #settings}.
 *
 * <p><b>Guarantees.</b> The value of a marked field leaves the process only in an envelope that is bound to tenant, table, column and row:
 * to the database, to the second-level cache and to the results of projections. Its column takes nothing that is no envelope from
 * Hibernate, HQL and criteria included. Reading writes nothing; an update keeps the envelope of a value that did not change, unless its key
 * is no longer the primary one. Sessions and stateless sessions behave alike. What cannot be kept stops the start, with every problem at once.
 *
 * <p><b>Not guaranteed.</b> Native SQL and other programs can write what they like to a column: what is no envelope then does not
 * open. A row that is copied by SQL to another id, table or tenant does not open either. Audit tables of Hibernate Envers are not supported. The
 * heap, a heap dump and the application's own logs hold values in clear.
 *
 * <p>Thread-safe. One instance serves any number of session factories.
 */
public final class EncryptedEntities implements Integrator {
    private final Installation installation;
    private final KnownFields known = new KnownFields();

    EncryptedEntities(Installation installation) {
        this.installation = installation;
    }

    /** Begins an installation with the keys of a ring and a cipher of them. */
    public static EncryptedEntitiesBuilder with(FieldCipher cipher, KeyRing keys) {
        return new EncryptedEntitiesBuilder(cipher, keys);
    }

    /** The setting that gives this to JPA: {@code Persistence.createEntityManagerFactory(unit, entities.settings())}. */
    public Map<String, Object> settings() {
        IntegratorProvider provider = () -> List.of(this);
        return Map.of("hibernate.integrator_provider", provider);
    }

    /**
     * The blind index of a field that is marked {@link BlindIndexed}, for queries: {@code where c.emailIndex in :found}, with
     * {@link BlindIndex#lookups} as the parameter.
     *
     * @param entity the class that declares the field, or inherits it from a mapped superclass
     * @throws IllegalArgumentException where no such field is known
     */
    public BlindIndex index(Class<?> entity, String field) {
        return known.index(entity, field);
    }

    /**
     * The value of an encrypted field that a query selected without its entity.
     *
     * @param entity the class that declares the field, or inherits it from a mapped superclass
     * @param tenant whose row it is
     * @param id the id of its entity
     * @throws dev.hauberk.crypto.field.CipherException where it is not the value of that field in that row
     * @throws IllegalArgumentException where no such field is known
     */
    public Object open(Class<?> entity, String field, SealedValue value, Tenant tenant, Object id) {
        SealedColumn column = known.column(entity, field);
        return column.open(value.envelope(), column.at(tenant, id.toString()));
    }

    /** Called by Hibernate, before it builds what the mappings say. */
    @Override
    public void integrate(Metadata metadata, BootstrapContext context, SessionFactoryImplementor factory) {
        List<Problem> problems = new ArrayList<>();
        for (PersistentClass entity : metadata.getEntityBindings()) {
            refuseKeysThatEndWithTheProcess(entity, problems);
            new EntityReader(entity, installation, known, new MappingProblems(entity, problems)).read();
        }
        ClearTwins.check(metadata, problems);
        if (!problems.isEmpty()) {
            throw new PolicyException(problems);
        }
        factory.getServiceRegistry()
                .requireService(EventListenerRegistry.class)
                .appendListeners(EventType.PRE_UPDATE, new KeptEnvelopes());
        factory.addObserver(new SessionFactoryObserver() {
            @Override
            public void sessionFactoryCreated(SessionFactory created) {
                KeyCheck.check(metadata, factory);
                SettingOrder.tell(metadata, factory);
            }
        });
    }

    private void refuseKeysThatEndWithTheProcess(PersistentClass entity, List<Problem> problems) {
        if (installation.keys().isEphemeral() && entity.getProperties().stream().anyMatch(SealedProperty::isSealed)) {
            new MappingProblems(entity, problems)
                    .add(
                            "*",
                            "keys that outlive the process, since encrypted fields do",
                            "HAUBERK_KEYS=ephemeral",
                            "Make a key and give it by HAUBERK_KEYS: docs/keys.md says how.");
        }
    }
}
