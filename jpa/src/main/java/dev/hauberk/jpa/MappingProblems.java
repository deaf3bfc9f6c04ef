package dev.hauberk.jpa;

import dev.hauberk.Control;
import dev.hauberk.policy.Place;
import dev.hauberk.policy.Problem;
import java.util.List;
import java.util.Optional;
import org.hibernate.mapping.PersistentClass;

/** Collects what is wrong with the encrypted fields of an entity. */
final class MappingProblems {
    private final PersistentClass entity;
    private final List<Problem> problems;

    MappingProblems(PersistentClass entity, List<Problem> problems) {
        this.entity = entity;
        this.problems = problems;
    }

    void add(String field, String asked, String set, String remedy) {
        problems.add(new Problem(
                new Place(entity.getEntityName(), 0),
                entity.getJpaEntityName() + "." + field,
                Optional.of(Control.DATA_2),
                asked,
                set,
                remedy));
    }
}
