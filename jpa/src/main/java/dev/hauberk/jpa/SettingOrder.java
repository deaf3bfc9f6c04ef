package dev.hauberk.jpa;

import java.util.Arrays;
import java.util.List;
import org.hibernate.boot.Metadata;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.mapping.Property;

/** Tells tenants' properties which properties Hibernate sets before them. */
final class SettingOrder {
    private SettingOrder() {}

    static void tell(Metadata metadata, SessionFactoryImplementor factory) {
        for (PersistentClass entity : metadata.getEntityBindings()) {
            List<String> order = Arrays.asList(factory.getMappingMetamodel()
                    .getEntityDescriptor(entity.getEntityName())
                    .getPropertyNames());
            for (Property property : entity.getPropertyClosure()) {
                if (property.getPropertyAccessStrategy() instanceof TenantAccess tenant) {
                    tenant.waiting().expect(order.subList(0, order.indexOf(property.getName())));
                }
            }
        }
    }
}
