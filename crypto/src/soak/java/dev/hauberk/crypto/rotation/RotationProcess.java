package dev.hauberk.crypto.rotation;

import dev.hauberk.crypto.field.FieldCipher;
import java.time.Duration;
import org.postgresql.ds.PGSimpleDataSource;

/** A node that rotates, in a process of its own, until somebody kills it. */
final class RotationProcess {
    private RotationProcess() {}

    public static void main(String[] arguments) {
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setServerNames(new String[] {"localhost"});
        database.setPortNumbers(new int[] {Integer.parseInt(arguments[0])});
        database.setDatabaseName("postgres");
        database.setUser("postgres");
        Rotation.of(database, People.NEW, FieldCipher.of(People.NEW))
                .column(People.indexed())
                .batch(7)
                .rate(500)
                .lease(Duration.ofSeconds(1))
                .build()
                .run();
    }
}
