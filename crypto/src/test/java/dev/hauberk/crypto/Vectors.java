package dev.hauberk.crypto;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The published test vectors, which are not part of the project. A test that needs them is skipped where they are absent. */
public final class Vectors {
    private Vectors() {}

    /** The groups of a file of Wycheproof. */
    @SuppressWarnings("unchecked")
    public static List<Map<String, Object>> groups(String name) {
        Path file = file(name);
        assumeTrue(file != null && Files.isReadable(file), "skipped: no test vectors at ../shared/vectors/" + name);
        try {
            return (List<Map<String, Object>>)
                    JSONObjectUtils.parse(Files.readString(file)).get("testGroups");
        } catch (IOException | ParseException e) {
            throw new IllegalStateException("cannot read " + name, e);
        }
    }

    /** The lines of a file; the test is skipped where it is absent. */
    public static List<String> lines(String name) {
        Path file = file(name);
        assumeTrue(file != null && Files.isReadable(file), "skipped: no test vectors at ../shared/vectors/" + name);
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new IllegalStateException("cannot read " + name, e);
        }
    }

    private static @Nullable Path file(String name) {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            if (Files.isDirectory(at.resolve(".mvn"))) {
                return at.resolveSibling("shared").resolve("vectors").resolve(name);
            }
        }
        return null;
    }
}
