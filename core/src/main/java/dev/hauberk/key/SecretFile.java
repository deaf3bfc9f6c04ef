package dev.hauberk.key;

import dev.hauberk.Control;
import dev.hauberk.policy.Place;
import dev.hauberk.policy.PolicyException;
import dev.hauberk.policy.Problem;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads a file of secrets that nobody but its owner can read. No problem prints any of it but a name. */
final class SecretFile {
    private static final Set<PosixFilePermission> OWNER = EnumSet.of(
            PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_EXECUTE);
    private static final long MAX_BYTES = 64L * 1024;

    private final String name;
    private final Map<String, String> values = new HashMap<>();
    private final List<Problem> problems = new ArrayList<>();

    private SecretFile(String name) {
        this.name = name;
    }

    /** @throws PolicyException with everything that is wrong with it */
    static Map<String, String> read(Path path) {
        SecretFile file = new SecretFile(String.valueOf(path.getFileName()));
        try {
            file.readIfPrivate(path);
        } catch (UnsupportedOperationException e) {
            file.report(0, "a file system that knows who may read a file", "one that does not", "Use the environment.");
        } catch (CharacterCodingException e) {
            // Its message is about bytes of a secret.
            file.report(0, "UTF-8", "another encoding", "Save the file as UTF-8.");
        } catch (IOException e) {
            file.report(0, "a file that can be read", e.getClass().getSimpleName(), "Check its path and its owner.");
        }
        if (!file.problems.isEmpty()) {
            throw new PolicyException(file.problems);
        }
        return Map.copyOf(file.values);
    }

    private void readIfPrivate(Path path) throws IOException {
        if (!OWNER.containsAll(Files.getPosixFilePermissions(path))) {
            report(0, "a file that only its owner can read", "one that others can", "Run chmod 600 on it.");
        } else if (Files.size(path) > MAX_BYTES) {
            report(0, "at most 64 KB", "more", "Give the path of another file.");
        } else {
            List<String> lines = Files.readAllLines(path);
            for (int i = 0; i < lines.size(); i++) {
                line(lines.get(i).strip(), i + 1);
            }
        }
    }

    private void line(String line, int number) {
        if (line.isEmpty() || line.startsWith("#")) {
            return;
        }
        int equals = line.indexOf('=');
        String value = line.substring(equals + 1);
        if (equals < 1) {
            report(number, "NAME=VALUE", "a line without it", "Write NAME=VALUE, or # before a remark.");
        } else if (value.startsWith("\"") || value.startsWith("'")) {
            report(number, "a value as it is", "one in quotes", "Remove the quotes.");
        } else if (values.putIfAbsent(line.substring(0, equals), value) != null) {
            report(number, "each name once", "a name that is there twice", "Remove one of the two.");
        }
    }

    private void report(int line, String asked, String set, String remedy) {
        problems.add(new Problem(
                new Place(name, line), "the file of secrets", Optional.of(Control.DATA_3), asked, set, remedy));
    }
}
