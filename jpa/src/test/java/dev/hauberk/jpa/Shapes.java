package dev.hauberk.jpa;

import jakarta.persistence.Access;
import jakarta.persistence.AccessType;
import jakarta.persistence.Basic;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Index;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.SecondaryTable;
import jakarta.persistence.Transient;
import jakarta.persistence.UniqueConstraint;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.NaturalId;
import org.hibernate.annotations.OptimisticLockType;
import org.hibernate.annotations.OptimisticLocking;
import org.hibernate.annotations.TenantId;
import org.hibernate.annotations.Type;

/** Entities of every shape: those that are taken, and those that are refused. */
final class Shapes {
    private Shapes() {}

    // Taken

    @Entity(name = "Note")
    static class Note {
        @Id
        String id = UUID.randomUUID().toString();

        @Encrypted
        String body = "";

        @TenantId
        String tenant;
    }

    @Entity(name = "Plain")
    static class Plain {
        @Id
        Long id;

        @Encrypted(table = "OldPlain", column = "oldBody")
        @Column(length = 500)
        String body = "";

        Plain() {}

        Plain(long id, String body) {
            this.id = id;
            this.body = body;
        }
    }

    @Entity(name = "Generated")
    static class Generated {
        @Id
        @GeneratedValue(strategy = GenerationType.UUID)
        UUID id;

        @Encrypted
        String body = "";
    }

    @MappedSuperclass
    abstract static class Base {
        @Id
        UUID id = UUID.randomUUID();

        String owner = "nobody";

        @Encrypted(tenant = "owner")
        String inherited = "";
    }

    @Entity(name = "Joined")
    @Inheritance(strategy = InheritanceType.JOINED)
    static class Joined extends Base {
        @Encrypted(tenant = "owner")
        String zulu = "";
    }

    @Entity(name = "JoinedChild")
    static class JoinedChild extends Joined {
        @Encrypted(tenant = "owner")
        @BlindIndexed(companion = "childIndex", normaliser = "exact", bits = 16)
        String child = "";

        String childIndex;
    }

    @Entity(name = "Single")
    @Inheritance(strategy = InheritanceType.SINGLE_TABLE)
    static class Single extends Base {}

    @Entity(name = "SingleChild")
    static class SingleChild extends Single {
        @Encrypted(tenant = "owner")
        String alpha = "";
    }

    @Entity(name = "Union")
    @Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
    static class Union {
        @Id
        UUID id = UUID.randomUUID();
    }

    @Entity(name = "UnionChild")
    static class UnionChild extends Union {
        @Encrypted
        String body = "";
    }

    @Entity(name = "Spread")
    @SecondaryTable(name = "SpreadMore")
    static class Spread {
        @Id
        UUID id = UUID.randomUUID();

        String owner = "nobody";

        @Encrypted(tenant = "owner")
        @Column(table = "SpreadMore")
        String away = "";
    }

    @Entity(name = "Dynamic")
    @DynamicUpdate
    static class Dynamic {
        @Id
        UUID id = UUID.randomUUID();

        String name = "";

        @Encrypted
        @BlindIndexed(companion = "codeIndex")
        String code;

        @Column(nullable = false)
        String codeIndex;

        @Encrypted
        byte[] data;
    }

    @Entity(name = "Moving")
    @DynamicUpdate
    static class Moving {
        @Id
        UUID id = UUID.randomUUID();

        String owner = "acme";

        @Encrypted(tenant = "owner")
        String secret;

        @Encrypted(tenant = "owner")
        String body;
    }

    // Refused

    @Entity(name = "Identity")
    static class Identity {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Long id;

        @Encrypted
        String body;
    }

    @Entity(name = "Sequence")
    static class Sequence {
        @Id
        @GeneratedValue(strategy = GenerationType.SEQUENCE)
        Long id;

        @Encrypted
        String body;
    }

    @Entity(name = "Table")
    static class Table {
        @Id
        @GeneratedValue(strategy = GenerationType.TABLE)
        Long id;

        @Encrypted
        String body;
    }

    @Embeddable
    record TwoPartKey(String one, String two) implements Serializable {}

    @Entity(name = "TwoParts")
    static class TwoParts {
        @EmbeddedId
        TwoPartKey id;

        @Encrypted
        String body;
    }

    @Entity(name = "IdClassed")
    @IdClass(TwoPartKey.class)
    static class IdClassed {
        @Id
        String one;

        @Id
        String two;

        @Encrypted
        String body;
    }

    @Entity(name = "DoubleId")
    static class DoubleId {
        @Id
        Double id;

        @Encrypted
        String body;
    }

    @Entity(name = "WrongType")
    static class WrongType {
        @Id
        UUID id;

        @Encrypted
        Double body;
    }

    @Embeddable
    static class Address {
        @Encrypted
        String street;
    }

    @Entity(name = "Embedding")
    static class Embedding {
        @Id
        UUID id;

        @Embedded
        Address address;
    }

    @Entity(name = "Collecting")
    static class Collecting {
        @Id
        UUID id;

        @ElementCollection
        List<Address> addresses = new ArrayList<>();
    }

    @Entity(name = "EncryptedList")
    static class EncryptedList {
        @Id
        UUID id;

        @Encrypted
        @ElementCollection
        List<String> names = new ArrayList<>();
    }

    @Entity(name = "EncryptedId")
    static class EncryptedId {
        @Id
        @Encrypted
        String id;
    }

    @Entity(name = "NotMapped")
    static class NotMapped {
        @Id
        UUID id;

        @Transient
        @Encrypted
        String body;
    }

    @Entity(name = "ByGetter")
    @Access(AccessType.PROPERTY)
    static class ByGetter {
        private UUID id;

        @Encrypted
        private String body;

        @Id
        public UUID getId() {
            return id;
        }

        public void setId(UUID id) {
            this.id = id;
        }

        public String getBody() {
            return body;
        }

        public void setBody(String body) {
            this.body = body;
        }
    }

    @Entity(name = "Lazy")
    static class Lazy {
        @Id
        UUID id;

        @Encrypted
        @Basic(fetch = FetchType.LAZY)
        String body;
    }

    @Entity(name = "Unique")
    static class Unique {
        @Id
        UUID id;

        @Encrypted
        @Column(unique = true)
        String body;
    }

    @Entity(name = "UniqueTogether")
    @jakarta.persistence.Table(
            name = "UniqueTogether",
            uniqueConstraints = @UniqueConstraint(columnNames = {"owner", "body"}))
    static class UniqueTogether {
        @Id
        UUID id;

        String owner;

        @Encrypted(tenant = "owner")
        String body;
    }

    @Entity(name = "UniqueByIndex")
    @jakarta.persistence.Table(name = "UniqueByIndex", indexes = @Index(columnList = "body", unique = true))
    static class UniqueByIndex {
        @Id
        UUID id;

        @Encrypted
        String body;
    }

    @Entity(name = "Loud")
    static class Loud {
        @Id
        UUID id = UUID.randomUUID();

        @Type(Shouting.class)
        String name = "ada";

        @Encrypted
        String body = "hidden";
    }

    @Entity(name = "UniqueByExpression")
    @jakarta.persistence.Table(
            name = "UniqueByExpression",
            indexes = @Index(columnList = "body, lower(owner)", unique = true))
    static class UniqueByExpression {
        @Id
        UUID id;

        String owner;

        @Encrypted
        String body;
    }

    @Entity(name = "UniqueBesides")
    @jakarta.persistence.Table(
            name = "UniqueBesides",
            indexes = @Index(columnList = "number, lower(owner)", unique = true))
    static class UniqueBesides {
        @Id
        UUID id;

        String number;

        String owner;

        @Encrypted
        String body;
    }

    @Entity(name = "IndexedOpenly")
    @jakarta.persistence.Table(
            name = "IndexedOpenly",
            indexes = @Index(columnList = "body"),
            uniqueConstraints = @UniqueConstraint(columnNames = "number"))
    static class IndexedOpenly {
        @Id
        UUID id;

        String number;

        @Encrypted
        String body;
    }

    @Entity(name = "Sealing")
    @jakarta.persistence.Table(name = "Twins")
    static class Sealing {
        @Id
        UUID id = UUID.randomUUID();

        @Encrypted
        String body;
    }

    @Entity(name = "Writing")
    @jakarta.persistence.Table(name = "Twins")
    static class Writing {
        @Id
        UUID id = UUID.randomUUID();

        String body;
    }

    @Entity(name = "Changing")
    @jakarta.persistence.Table(name = "Twins")
    static class Changing {
        @Id
        UUID id = UUID.randomUUID();

        @Embedded
        Inside inside;
    }

    @Embeddable
    static class Inside {
        @Column(name = "body", insertable = false)
        String text;
    }

    @Entity(name = "Looking")
    @jakarta.persistence.Table(name = "Twins")
    static class Looking {
        @Id
        UUID id = UUID.randomUUID();

        @Column(insertable = false, updatable = false)
        String body;
    }

    @Entity(name = "Optimistic")
    @DynamicUpdate
    @OptimisticLocking(type = OptimisticLockType.ALL)
    static class Optimistic {
        @Id
        UUID id = UUID.randomUUID();

        @Encrypted
        String body = "";

        @Encrypted
        String other = "";
    }

    @Entity(name = "Natural")
    static class Natural {
        @Id
        UUID id;

        @Encrypted
        @NaturalId
        String body;
    }

    @Entity(name = "UnionRoot")
    @Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
    static class UnionRoot {
        @Id
        UUID id;

        @Encrypted
        String body;
    }

    @Entity(name = "UnionLeaf")
    static class UnionLeaf extends UnionRoot {}

    @Entity(name = "NamesNothing")
    static class NamesNothing {
        @Id
        UUID id;

        @Encrypted(tenant = "nothing")
        String body;
    }

    @Entity(name = "NamesAnEntity")
    static class NamesAnEntity {
        @Id
        UUID id;

        @ManyToOne
        Plain owner;

        @Encrypted(tenant = "owner")
        String body;
    }

    @Entity(name = "NamesAway")
    @SecondaryTable(name = "NamesAwayMore")
    static class NamesAway {
        @Id
        UUID id;

        @Column(table = "NamesAwayMore")
        String owner;

        @Encrypted(tenant = "owner")
        String body;
    }

    @Entity(name = "NamesADouble")
    static class NamesADouble {
        @Id
        UUID id;

        Double owner;

        @Encrypted(tenant = "owner")
        String body;
    }

    @Entity(name = "NoCompanion")
    static class NoCompanion {
        @Id
        UUID id;

        @Encrypted
        @BlindIndexed(companion = "nothing")
        String body;
    }

    @Entity(name = "NumberCompanion")
    static class NumberCompanion {
        @Id
        UUID id;

        @Encrypted
        @BlindIndexed(companion = "number")
        String body;

        Long number;
    }

    @Entity(name = "SealedCompanion")
    static class SealedCompanion {
        @Id
        UUID id;

        @Encrypted
        @BlindIndexed(companion = "other")
        String body;

        @Encrypted
        String other;
    }

    @Entity(name = "IndexedNumber")
    static class IndexedNumber {
        @Id
        UUID id;

        @Encrypted
        @BlindIndexed(companion = "bodyIndex")
        Long body;

        String bodyIndex;
    }

    @Entity(name = "UnknownNormaliser")
    static class UnknownNormaliser {
        @Id
        UUID id;

        @Encrypted
        @BlindIndexed(companion = "bodyIndex", normaliser = "phone")
        String body;

        String bodyIndex;
    }

    @Entity(name = "IndexedOnly")
    static class IndexedOnly {
        @Id
        UUID id;

        @BlindIndexed(companion = "bodyIndex")
        String body;

        String bodyIndex;
    }
}
