package dev.hauberk.jpa;

import dev.hauberk.policy.PolicyException;
import dev.hauberk.policy.Problem;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.boot.Metadata;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.generator.Assigned;
import org.hibernate.generator.Generator;
import org.hibernate.id.uuid.UuidGenerator;
import org.hibernate.mapping.PersistentClass;

/**
 * Refuses entities whose row has no key yet when a field is to be bound to it: what the database generates is known after the insert,
 * or comes again when a sequence is set back.
 */
final class KeyCheck {
    private KeyCheck() {}

    /** @throws PolicyException naming each entity whose id the database generates */
    static void check(Metadata metadata, SessionFactoryImplementor factory) {
        List<Problem> problems = new ArrayList<>();
        for (PersistentClass entity : metadata.getEntityBindings()) {
            Generator generator = factory.getMappingMetamodel()
                    .getEntityDescriptor(entity.getEntityName())
                    .getGenerator();
            if (entity.getPropertyClosure().stream().anyMatch(SealedProperty::isSealed)
                    && !isBeforeTheInsert(generator)) {
                new MappingProblems(entity, problems)
                        .add(
                                entity.getIdentifierProperty().getName(),
                                "an id that is assigned before the insert, since encrypted fields are bound to it",
                                generator.getClass().getSimpleName(),
                                "Let the application assign it, or write @GeneratedValue(strategy = GenerationType.UUID).");
            }
        }
        if (!problems.isEmpty()) {
            throw new PolicyException(problems);
        }
    }

    /** Assigned, a UUID, or whatever an application's own generator makes without the database. */
    static boolean isBeforeTheInsert(Generator generator) {
        return generator instanceof Assigned
                || generator instanceof UuidGenerator
                || !generator.generatedOnExecution()
                        && !generator.getClass().getName().startsWith("org.hibernate.");
    }
}
