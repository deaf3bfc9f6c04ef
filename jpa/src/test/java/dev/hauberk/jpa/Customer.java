package dev.hauberk.jpa;

import jakarta.persistence.Cacheable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.Cache;
import org.hibernate.annotations.CacheConcurrencyStrategy;

/** An entity with an encrypted field of every kind. */
@Entity
@Cacheable
@Cache(usage = CacheConcurrencyStrategy.READ_WRITE)
class Customer {
    @Id
    UUID id = UUID.randomUUID();

    @Version
    int version;

    String organisation = "acme";

    String name = "";

    @Encrypted(tenant = "organisation")
    @BlindIndexed(companion = "emailIndex")
    String email;

    @Column(unique = true, length = 76)
    String emailIndex;

    @Encrypted(tenant = "organisation")
    byte[] photo;

    @Encrypted(tenant = "organisation")
    LocalDate born;

    @Encrypted(tenant = "organisation")
    Instant seen;

    @Encrypted(tenant = "organisation")
    Long points;

    @Encrypted(tenant = "organisation")
    int shoeSize;

    @Encrypted(tenant = "organisation")
    short floor;

    @Encrypted(tenant = "organisation", bucket = 64)
    BigDecimal salary;

    @Encrypted(tenant = "organisation")
    BigInteger account;

    static Customer ada() {
        Customer ada = new Customer();
        ada.name = "Ada";
        ada.email = "Ada@acme.example";
        ada.photo = new byte[] {1, 2, 3};
        ada.born = LocalDate.of(1815, 12, 10);
        ada.seen = Instant.parse("2026-11-24T12:00:00Z");
        ada.points = 1_234_567_890_123L;
        ada.shoeSize = 38;
        ada.floor = 7;
        ada.salary = new BigDecimal("1234.50");
        ada.account = new BigInteger("123456789012345678901234567890");
        return ada;
    }
}
