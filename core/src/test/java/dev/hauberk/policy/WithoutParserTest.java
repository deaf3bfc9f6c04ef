package dev.hauberk.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.hauberk.Control;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** A class path of core, SLF4J and nothing else. */
@Tag("POSTURE-2")
class WithoutParserTest {
    @Test
    void readsAPolicyOfJavaAndNamesTheArtifactThatAFileNeeds() throws Exception {
        URL[] classPath = {location(Control.class), location(LoggerFactory.class)};
        try (URLClassLoader alone = new URLClassLoader(classPath, ClassLoader.getPlatformClassLoader())) {
            Class<?> policy = alone.loadClass(SecurityPolicy.class.getName());

            assertThat(policy.getMethod("of", Map.class).invoke(null, Map.of("baseline", "engify")))
                    .isNotNull();
            Throwable thrown = catchThrowable(
                    () -> policy.getMethod("parse", String.class, String.class).invoke(null, "{}", "hauberk.yml"));
            assertThat(thrown).isInstanceOf(InvocationTargetException.class);
            assertThat(thrown.getCause().getClass().getName()).isEqualTo(PolicyException.class.getName());
            assertThat(thrown.getCause())
                    .hasMessageContaining("hauberk.yml  the file")
                    .hasMessageContaining("org.snakeyaml:snakeyaml-engine");
        }
    }

    @Test
    void namesTheRoomThatIsNotThere() throws Exception {
        URL[] classPath = {location(Control.class), location(LoggerFactory.class)};
        try (URLClassLoader alone = new URLClassLoader(classPath, ClassLoader.getPlatformClassLoader())) {
            Class<?> policy = alone.loadClass(SecurityPolicy.class.getName());
            Throwable thrown = catchThrowable(() ->
                    policy.getMethod("of", Map.class).invoke(null, Map.of("passwords", Map.of("cost", 12))));

            assertThat(thrown.getCause()).hasMessageContaining("dev.hauberk:hauberk-crypto");
        }
    }

    private static URL location(Class<?> type) {
        return type.getProtectionDomain().getCodeSource().getLocation();
    }
}
