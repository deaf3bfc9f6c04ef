package dev.hauberk.spring;

import dev.hauberk.jpa.EncryptedEntities;
import dev.hauberk.key.KeyRing;
import dev.hauberk.key.SecretSource;
import dev.hauberk.policy.SecurityPolicy;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.integrator.spi.Integrator;
import org.hibernate.jpa.boot.spi.IntegratorProvider;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication.Type;
import org.springframework.boot.hibernate.autoconfigure.HibernatePropertiesCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.orm.jpa.persistenceunit.PersistenceManagedTypes;
import org.springframework.util.ClassUtils;

/**
 * Encrypts the marked fields of entities, and has the catalogue know them, where Hibernate and {@code hauberk-jpa} are there
 * (DATA-1, DATA-2). What does not open is recorded and told; a bean {@code KeyUse} counts what the keys do for all nodes. An
 * application of one tenant gives {@link EncryptedEntities} as a bean of its own.
 */
@AutoConfiguration(
        before = HauberkAutoConfiguration.class,
        beforeName = "org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration")
@ConditionalOnClass({EncryptedEntities.class, HibernatePropertiesCustomizer.class, PersistenceManagedTypes.class})
@ConditionalOnWebApplication(type = Type.SERVLET)
public class EntitiesAutoConfiguration {
    private static final String INTEGRATORS = "hibernate.integrator_provider";

    /** Under the ring that the application holds, such as one that reloads: at this point no other is there. */
    @Bean
    @ConditionalOnBean(KeyRing.class)
    @ConditionalOnMissingBean
    EncryptedEntities hauberkEntitiesUnderTheApplicationsKeys(KeyRing keys, BeanFactory beans) {
        return EncryptedEntities.with(EntityCipher.of(keys, beans), keys).build();
    }

    @Bean
    @ConditionalOnMissingBean
    EncryptedEntities hauberkEntities(SecretSource secrets, SecurityPolicy policy, BeanFactory beans) {
        KeyRing keys = KeyRing.of(secrets, policy.keys());
        return EncryptedEntities.with(EntityCipher.of(keys, beans), keys).build();
    }

    /** Beside whatever integrators the application has. */
    @Bean
    HibernatePropertiesCustomizer hauberkEncryptsEntities(EncryptedEntities entities) {
        return settings -> settings.merge(INTEGRATORS, provider(entities), EntitiesAutoConfiguration::both);
    }

    @Bean
    HauberkCustomizer hauberkKnowsEntities(ObjectProvider<PersistenceManagedTypes> types) {
        return hauberk -> types.forEach(unit -> hauberk.marked(classes(unit.getManagedClassNames())));
    }

    private static IntegratorProvider provider(EncryptedEntities entities) {
        return () -> List.of(entities);
    }

    private static Object both(Object present, Object ours) {
        IntegratorProvider first = (IntegratorProvider) present;
        IntegratorProvider second = (IntegratorProvider) ours;
        return (IntegratorProvider) () -> {
            List<Integrator> all = new ArrayList<>(first.getIntegrators());
            all.addAll(second.getIntegrators());
            return all;
        };
    }

    private static List<Class<?>> classes(List<String> names) {
        List<Class<?>> classes = new ArrayList<>();
        names.forEach(name -> classes.add(ClassUtils.resolveClassName(name, null)));
        return classes;
    }
}
