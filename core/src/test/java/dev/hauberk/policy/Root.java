package dev.hauberk.policy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The repository's root: the folder that holds {@code .mvn}. */
public final class Root {
    private Root() {}

    /** A path below it. */
    public static Path of(String first, String... more) {
        return Stream.iterate(Path.of("").toAbsolutePath(), Path::getParent)
                .filter(folder -> Files.isDirectory(folder.resolve(".mvn")))
                .findFirst()
                .orElseThrow()
                .resolve(Path.of(first, more));
    }
}
