package dev.hauberk.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hauberk.spring.app.BareApplication;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** An application whose class path holds nothing that it does not need, in a process of its own. */
@Tag("POSTURE-2")
class AbsentJarsTest {
    private static final Pattern OPTIONAL =
            Pattern.compile("(spring-security|spring-boot-security|spring-boot-starter-security"
                    + "|logback|spring-boot-starter-logging|spring-boot-actuator|spring-boot-starter-actuator|spring-boot-health"
                    + "|micrometer-core|micrometer-jakarta9|spring-boot-micrometer|spring-boot-starter-micrometer|spring-jdbc|spring-tx|spring-boot-jdbc"
                    + "|spring-boot-sql|spring-boot-transaction|spring-boot-persistence|h2-|spring-boot-test|spring-test"
                    + "|lettuce-core|jedis|commons-pool2|spring-data|spring-oxm|spring-orm|hibernate-core"
                    + "|tomcat-embed-websocket|log4j|jul-to-slf4j).*");

    @Test
    void startsAndGuardsWithNothingThatIsOptional() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        classPath(),
                        BareApplication.class.getName())
                .redirectErrorStream(true)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(printed).isZero();
        assertThat(printed).contains("open 200 no-store", "closed 401", "sign-in from elsewhere 403");
        // Else it would have had them all the same, and have shown nothing.
        assertThat(printed).contains("logback false", "security false", "actuator false", "jdbc false");
    }

    private static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !OPTIONAL.matcher(Path.of(entry).getFileName().toString())
                        .matches())
                .collect(Collectors.joining(File.pathSeparator));
    }
}
