package dev.hauberk.crypto.rotation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hauberk.UnavailableException;
import dev.hauberk.crypto.FakeKeyRing;
import dev.hauberk.crypto.field.FieldCipher;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.IntStream;
import javax.sql.DataSource;

/**
 * An application that reads and writes by eight threads, half of them of its older version, while two nodes rotate and are killed
 * again and again. Every read says what the last write wrote, or it fails.
 */
final class Traffic {
    private static final int THREADS = 8;
    private static final int PEOPLE = 200;

    private final People people;
    private final AtomicIntegerArray versions = new AtomicIntegerArray(PEOPLE + 1);
    private final List<ReentrantLock> locks =
            IntStream.rangeClosed(0, PEOPLE).mapToObj(id -> new ReentrantLock()).toList();
    private final AtomicBoolean over = new AtomicBoolean();
    private final LongAdder reads = new LongAdder();
    private final LongAdder writes = new LongAdder();
    private final LongAdder kills = new LongAdder();

    private Traffic(People people) {
        this.people = people;
    }

    /** @return in words what happened, once nothing went wrong */
    static String on(DataSource database, Duration length) throws Exception {
        return new Traffic(People.in(database).with(PEOPLE)).run(length);
    }

    private String run(Duration length) throws Exception {
        List<Callable<Boolean>> tasks = new ArrayList<>();
        for (int thread = 0; thread < THREADS; thread++) {
            FakeKeyRing ring = thread % 2 == 0 ? People.NEW : People.OLD_READER;
            Random random = new Random(thread);
            tasks.add(() -> useUntilOver(ring, random));
        }
        tasks.add(() -> rotateUntilOver(new Random(100)));
        tasks.add(() -> rotateUntilOver(new Random(101)));
        long end = System.nanoTime() + length.toNanos();
        tasks.add(() -> {
            while (System.nanoTime() < end && !over.get()) {
                LockSupport.parkNanos(1_000_000);
            }
            over.set(true);
            return true;
        });
        assertThat(Race.of(tasks, length.plusSeconds(60))).containsOnly(true);

        // The older nodes are gone. The first run ends the pass that was begun beside them, the second sees what they
        // wrote behind it.
        assertThat(rotation(people.database()).build().run().isComplete()).isTrue();
        RotationReport last = rotation(people.database()).build().run();

        assertThat(last.isComplete()).isTrue();
        assertThat(people.count()).isEqualTo(PEOPLE);
        for (int id = 1; id <= PEOPLE; id++) {
            assertThat(people.read(id, People.ONLY_NEW)).isEqualTo(email(id));
        }
        assertThat(EnvelopeScan.of(people.database()).holdingsOf(List.of("k1"))).isEmpty();
        assertThat(List.of(reads.sum(), writes.sum(), kills.sum())).doesNotContain(0L);
        return reads + " reads, " + writes + " writes, " + kills + " kills";
    }

    private boolean useUntilOver(FakeKeyRing ring, Random random) {
        try {
            while (!over.get()) {
                int id = 1 + random.nextInt(PEOPLE);
                locks.get(id).lock();
                try {
                    if (random.nextInt(3) == 0) {
                        write(id, ring);
                    } else {
                        assertThat(people.read(id, ring)).isEqualTo(email(id));
                        reads.increment();
                    }
                } finally {
                    locks.get(id).unlock();
                }
            }
            return true;
        } finally {
            over.set(true);
        }
    }

    private void write(int id, FakeKeyRing ring) {
        versions.incrementAndGet(id);
        Databases.execute(
                people.database(),
                "update people set email = ?, email_index = ? where id = ?",
                FieldCipher.of(ring).encrypt(email(id), People.context(id)),
                People.index(ring).of(email(id), People.tenant(id)),
                (long) id);
        writes.increment();
    }

    private boolean rotateUntilOver(Random random) {
        try {
            while (!over.get()) {
                try {
                    rotation(Tapped.of(people.database(), Mortal.before(10 + random.nextInt(200))))
                            .build()
                            .run();
                } catch (UnavailableException e) {
                    assertThat(e).hasMessageContaining("SQLSTATE 08006");
                    kills.increment();
                }
            }
            return true;
        } finally {
            over.set(true);
        }
    }

    private static RotationBuilder rotation(DataSource way) {
        return Rotation.of(way, People.NEW, FieldCipher.of(People.NEW))
                .column(People.indexed())
                .batch(10)
                .rate(1_000_000)
                .lease(Duration.ofMillis(300));
    }

    private String email(int id) {
        int version = versions.get(id);
        return version == 0 ? People.email(id) : version + "." + People.email(id);
    }
}
