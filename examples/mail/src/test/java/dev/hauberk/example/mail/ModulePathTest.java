package dev.hauberk.example.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.lang.module.Configuration;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The rooms as modules, on a module path of their own, with the libraries that they name. */
@Tag("POSTURE-1")
class ModulePathTest {
    private static final Set<String> ROOMS = Set.of(
            "dev.hauberk.core",
            "dev.hauberk.crypto",
            "dev.hauberk.ratelimit",
            "dev.hauberk.rbac",
            "dev.hauberk.identity",
            "dev.hauberk.servlet");
    private static final String PARSER = "org.snakeyaml.engine";

    @Test
    void resolvesEveryRoom() {
        List<String> found = modules().findAll().stream()
                .map(ModuleReference::descriptor)
                .map(descriptor -> descriptor.name())
                .toList();
        assertThat(found).containsAll(ROOMS);
        ModuleLayer layer = layer(ROOMS);
        assertThat(layer.findModule(PARSER))
                .as("the parser is for whoever reads a file")
                .isEmpty();
    }

    @Test
    void readsAPolicyInTheModuleOfTheWords() throws ReflectiveOperationException {
        Set<String> roots = new HashSet<>(ROOMS);
        roots.add(PARSER);
        ModuleLayer layer = layer(roots);
        assertThat(layer.modules()).allMatch(Module::isNamed);

        Class<?> policy = layer.findLoader("dev.hauberk.core").loadClass("dev.hauberk.policy.SecurityPolicy");
        assertThat(policy.getModule().getName()).isEqualTo("dev.hauberk.core");
        Object read = policy.getMethod("parse", String.class, String.class)
                .invoke(null, MailServerBuilder.policyText(), "hauberk.yml");
        assertThat(read.getClass()).isEqualTo(policy);

        Class<?> hauberk = layer.findLoader("dev.hauberk.servlet").loadClass("dev.hauberk.servlet.Hauberk");
        assertThat(hauberk.getModule().getName()).isEqualTo("dev.hauberk.servlet");
        assertThat(hauberk.getMethod("with", policy)).isNotNull();
    }

    private static ModuleLayer layer(Set<String> roots) {
        ModuleLayer boot = ModuleLayer.boot();
        Configuration configuration = boot.configuration().resolve(modules(), ModuleFinder.of(), roots);
        return boot.defineModulesWithOneLoader(configuration, ClassLoader.getPlatformClassLoader());
    }

    private static ModuleFinder modules() {
        Pattern wanted = Pattern.compile(
                "(core|crypto|ratelimit|rbac|identity|servlet)/target/|hauberk-(core|crypto|ratelimit|rbac|identity|servlet)-"
                        + "|slf4j-api|jspecify|snakeyaml-engine|bcprov|nimbus|bucket4j|caffeine|jackson|jakarta.servlet-api"
                        + "|logback|jetty|error_prone_annotations|zxcvbn");
        Path[] entries = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> wanted.matcher(entry).find())
                .filter(entry -> !entry.contains("/test-classes"))
                .map(Path::of)
                .toArray(Path[]::new);
        return ModuleFinder.of(entries);
    }
}
