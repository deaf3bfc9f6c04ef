package dev.hauberk.spring;

import dev.hauberk.Events;
import dev.hauberk.crypto.field.FieldCipher;
import dev.hauberk.crypto.field.FieldCipherBuilder;
import dev.hauberk.crypto.field.KeyUse;
import dev.hauberk.key.KeyRing;
import dev.hauberk.servlet.Stores;
import java.time.InstantSource;
import org.springframework.beans.factory.BeanFactory;

/**
 * The cipher of an application's entities: it records and tells what the rest records and tells. Those beans are asked for when there
 * is something to tell, and not before, since {@link dev.hauberk.servlet.Hauberk} may need the accounts, those Hibernate, and that this cipher.
 */
final class EntityCipher {
    private EntityCipher() {}

    static FieldCipher of(KeyRing keys, BeanFactory beans) {
        Events events = new Events();
        events.subscribe(event -> beans.getBean(Events.class).publish(event));
        FieldCipherBuilder cipher = FieldCipher.builder(keys)
                .events(events)
                .audit(record -> beans.getBean(Stores.class).audit().append(record))
                .clock(() -> beans.getBean(InstantSource.class).instant());
        beans.getBeanProvider(KeyUse.class).ifUnique(cipher::keyUse);
        return cipher.build();
    }
}
