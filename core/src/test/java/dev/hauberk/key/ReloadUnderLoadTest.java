package dev.hauberk.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.hauberk.Event;
import dev.hauberk.Events;
import dev.hauberk.key.ReloadingKeyRing.Reading;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** DATA-3 a3: a file of keys is replaced again and again while eight threads use them, and no use fails. */
@Tag("DATA-3")
class ReloadUnderLoadTest {
    private static final int THREADS = 8;
    private static final int ROTATIONS = 20;
    private static final byte[] MESSAGE = "a token".getBytes(StandardCharsets.US_ASCII);

    @TempDir
    Path folder;

    private final List<Event> heard = new ArrayList<>();
    private final AtomicBoolean over = new AtomicBoolean();
    private final AtomicLong uses = new AtomicLong();

    /** What a thread made, and with which key. */
    private record Made(Purpose purpose, String key, byte[] tag) {}

    @Test
    void failsNoUseWhileAFileOfKeysIsReplacedAgainAndAgain() throws Exception {
        assumeTrue(
                folder.getFileSystem().supportedFileAttributeViews().contains("posix"),
                "skipped: no POSIX permissions here");
        Path file = folder.resolve("secrets.env");
        replace(file, keys(1), "rw-------");
        Events events = new Events();
        events.subscribe(heard::add);
        ReloadingKeyRing ring =
                ReloadingKeyRing.of(() -> KeyRing.of(SecretSource.file(file)), events, InstantSource.system());

        ExecutorService pool = Executors.newFixedThreadPool(THREADS);
        try {
            AtomicInteger used = new AtomicInteger();
            List<Future<?>> users = IntStream.range(0, THREADS)
                    .<Future<?>>mapToObj(i -> pool.submit(() -> use(ring, used)))
                    .toList();
            for (int newest = 2; newest <= ROTATIONS; newest++) {
                rotate(file, ring, newest);
                int before = used.get();
                while (used.get() < before + THREADS) {
                    if (users.stream().anyMatch(Future::isDone)) {
                        throw new AssertionError("a use failed");
                    }
                    Thread.yield();
                }
            }
            over.set(true);
            for (Future<?> user : users) {
                user.get();
            }
        } finally {
            over.set(true);
            pool.shutdown();
        }

        assertThat(uses.get()).isGreaterThan((long) THREADS * ROTATIONS);
        assertThat(ring.primary(Purpose.FIELDS).id()).isEqualTo("k" + ROTATIONS);
        assertThat(heard.stream().filter(event -> event.outcome() == Event.Outcome.FAILED))
                .hasSize(3 * (ROTATIONS - 1));
        assertThat(heard.stream().filter(event -> event.outcome() == Event.Outcome.NOTICED))
                .hasSize(2 * (ROTATIONS - 1));
    }

    /** First the new key only opens, then it is preferred; between them stand readings that must be refused. */
    private void rotate(Path file, ReloadingKeyRing ring, int newest) throws IOException {
        replace(file, keys(newest - 1) + "," + SomeKeys.text("k" + newest, newest), "rw-------");
        assertThat(ring.reload()).isEqualTo(Reading.CHANGED);
        replace(file, keys(newest), "rw-r--r--");
        assertThat(ring.reload()).isEqualTo(Reading.REFUSED);
        replace(file, SomeKeys.text("k" + (newest - 1), 99), "rw-------");
        assertThat(ring.reload()).isEqualTo(Reading.REFUSED);
        Files.delete(file);
        assertThat(ring.reload()).isEqualTo(Reading.REFUSED);
        replace(file, keys(newest), "rw-------");
        assertThat(ring.reload()).isEqualTo(Reading.CHANGED);
    }

    private Object use(KeyRing ring, AtomicInteger used) {
        List<Made> made = new ArrayList<>();
        while (!over.get()) {
            for (Purpose purpose : Purpose.values()) {
                KeyRing.Key key = ring.primary(purpose);
                made.add(new Made(purpose, key.id(), Hmac.of(key.secret()).tag(MESSAGE)));
            }
            for (Made one : made) {
                KeyRing.Key key = ring.find(one.purpose(), one.key()).orElseThrow();
                if (!Hmac.of(key.secret()).matches(MESSAGE, one.tag())) {
                    throw new AssertionError(key.id() + " is another key than it was");
                }
                uses.incrementAndGet();
            }
            if (made.size() > 70) {
                made.subList(0, 35).clear();
            }
            used.incrementAndGet();
        }
        return made;
    }

    private static String keys(int newest) {
        return IntStream.iterate(newest, i -> i > 0, i -> i - 1)
                .mapToObj(i -> SomeKeys.text("k" + i, i))
                .collect(Collectors.joining(","));
    }

    private void replace(Path file, String keys, String permissions) throws IOException {
        Path beside = folder.resolve("next");
        Files.deleteIfExists(beside);
        Files.createFile(beside, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(beside, "HAUBERK_KEYS=" + keys + "\n");
        Files.setPosixFilePermissions(beside, PosixFilePermissions.fromString(permissions));
        Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
