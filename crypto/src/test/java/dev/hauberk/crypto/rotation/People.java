package dev.hauberk.crypto.rotation;

import dev.hauberk.Tenant;
import dev.hauberk.crypto.FakeKeyRing;
import dev.hauberk.crypto.field.BlindIndex;
import dev.hauberk.crypto.field.FieldCipher;
import dev.hauberk.crypto.field.FieldContext;
import dev.hauberk.crypto.field.Legacy;
import dev.hauberk.crypto.field.Migration;
import dev.hauberk.crypto.field.Normaliser;
import java.util.List;
import javax.sql.DataSource;

/** A table of people with an encrypted, indexed e-mail address, as an application has it. */
record People(DataSource database) {
    static final FakeKeyRing OLD = FakeKeyRing.of("k1");
    /** A node of the older version, which was given the new key before anybody uses it. */
    static final FakeKeyRing OLD_READER = FakeKeyRing.of("k1", "k2");

    static final FakeKeyRing NEW = FakeKeyRing.of("k2", "k1");
    /** Without the old key: what it opens is under the new one. */
    static final FakeKeyRing ONLY_NEW = FakeKeyRing.of("k2");

    static People in(DataSource database) {
        RotationSchema.install(database);
        Databases.execute(database, "delete from hauberk_rotations");
        Databases.execute(database, "drop table if exists people");
        Databases.execute(
                database,
                "create table people (id bigint primary key, tenant varchar(64) not null, email varchar(400),"
                        + " email_index varchar(80), plain_email varchar(400), constraint email_once unique (email_index))");
        return new People(database);
    }

    /** So many people, all under the old key. */
    People with(int count) {
        for (long id = 1; id <= count; id++) {
            add(id, OLD);
        }
        return this;
    }

    void add(long id, FakeKeyRing ring) {
        Databases.execute(
                database,
                "insert into people (id, tenant, email, email_index) values (?, ?, ?, ?)",
                id,
                tenant(id).id(),
                FieldCipher.of(ring).encrypt(email(id), context(id)),
                index(ring).of(email(id), tenant(id)));
    }

    static EncryptedColumn column() {
        return EncryptedColumn.of("people", "email", "tenant");
    }

    static EncryptedColumn indexed() {
        return column().indexed("email_index", index(NEW));
    }

    static BlindIndex index(FakeKeyRing ring) {
        return BlindIndex.of(ring, "people", "email", Normaliser.text());
    }

    /** A cipher that takes what is no envelope for the value. */
    static FieldCipher migrating() {
        return FieldCipher.builder(NEW)
                .migration(Migration.from(Legacy.clear()))
                .build();
    }

    static Tenant tenant(long id) {
        return new Tenant("tenant-" + id % 3);
    }

    static FieldContext context(long id) {
        return new FieldContext(tenant(id), "people", "email", Long.toString(id));
    }

    static String email(long id) {
        return "person." + id + "@example.org";
    }

    /** What somebody with a ring reads. */
    String read(long id, FakeKeyRing ring) {
        return FieldCipher.of(ring).decrypt(stored(id), context(id));
    }

    String stored(long id) {
        return Databases.text(database, "select email from people where id = " + id);
    }

    List<String> index(long id) {
        return Databases.texts(database, "select email_index from people where id = " + id);
    }

    long count() {
        return Long.parseLong(Databases.text(database, "select count(*) from people"));
    }

    /** A rotation to the new key. */
    RotationBuilder rotation() {
        return rotation(database);
    }

    /** A rotation to the new key, by a way of its own to the database. */
    static RotationBuilder rotation(DataSource way) {
        return rotation(way, new TestTime());
    }

    static RotationBuilder rotation(DataSource way, TestTime time) {
        return Rotation.of(way, NEW, FieldCipher.of(NEW)).time(time, time).rate(1_000_000);
    }
}
