/** Entity fields that are encrypted, bound and searchable. */
module dev.hauberk.jpa {
    requires transitive dev.hauberk.crypto;
    requires static transitive org.hibernate.orm.core;
    requires static jakarta.persistence;

    exports dev.hauberk.jpa;

    // Hibernate makes the type of an encrypted column.
    opens dev.hauberk.jpa to
            org.hibernate.orm.core;
}
