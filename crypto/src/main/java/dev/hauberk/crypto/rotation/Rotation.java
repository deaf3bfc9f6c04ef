package dev.hauberk.crypto.rotation;

import dev.hauberk.crypto.field.FieldCipher;
import dev.hauberk.key.KeyRing;
import javax.sql.DataSource;

/**
 * Moves encrypted columns to the primary key of fields, while the application reads and writes them (DATA-2). Whatever is not under that
 * key is opened and encrypted anew: values of an older key, and in a migration plain texts or another library's.
 *
 * <p><b>Guarantees.</b> No value is lost or changes. A row is written only while it holds what was read; what the application writes meanwhile
 * stands. Rows are never waited for while others are locked, so that a rotation is part of no deadlock. How far it is, is committed
 * together with what was written: a process may be killed at any moment, and who runs the rotation again goes on from there. Several
 * nodes may run it at once: each column is worked at by one of them, another takes over once that one has said nothing for the time
 * of a lease, and a node that was thought dead and comes back writes nothing. Nothing is kept in the database's session, so a pool in
 * transaction mode may stand between.
 *
 * <p><b>Not guaranteed.</b> Values that an application writes with an older key after the rotation went past them. So every node
 * has the new key before it is made the primary one, and {@link EnvelopeScan} says at the end whether any column still needs the old one. Backups
 * and replicas of other kinds hold what they hold.
 *
 * <p>The table of {@link RotationSchema} must be there. One object is for one run at a time; {@link #stop} may be called by any thread.
 */
public interface Rotation {
    /**
     * Sets one up.
     *
     * @param dataSource the database, with the columns in the schema that its connections are in
     * @param keys the ring whose primary key of fields everything moves to
     * @param cipher a cipher with these keys; in migration mode, one that reads plain text
     */
    static RotationBuilder of(DataSource dataSource, KeyRing keys, FieldCipher cipher) {
        return new RotationBuilder(dataSource, keys, cipher);
    }

    /**
     * Goes through every column once, and returns when all are at their end, by this node or others. A pass that was begun and not ended is
     * gone on with, and does not see what nodes with an older primary key wrote behind it: the next run does. Where the thread is interrupted, it stops as by {@link #stop}, and leaves the thread interrupted.
     *
     * @throws dev.hauberk.UnavailableException where the database or the cipher fails; what was done stands, and another run goes on
     * @throws dev.hauberk.crypto.field.KeyExhaustedException where the key may encrypt no more; likewise
     */
    RotationReport run();

    /** Stops before the next batch, now and in every later run of this object. */
    void stop();
}
