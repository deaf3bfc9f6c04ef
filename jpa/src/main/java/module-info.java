/** Entity fields that are encrypted, bound and searchable. */
module dev.hauberk.jpa {
    requires transitive dev.hauberk.crypto;
    requires static org.hibernate.orm.core;
    requires static jakarta.persistence;
}
