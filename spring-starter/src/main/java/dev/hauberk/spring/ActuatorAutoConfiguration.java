package dev.hauberk.spring;

import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.boot.actuate.endpoint.SanitizableData;
import org.springframework.boot.actuate.endpoint.SanitizingFunction;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;

/**
 * No actuator endpoint shows a key or a credential of the environment, even where an application has it show values (DATA-3): what Spring
 * Boot itself holds for sensitive, {@code HAUBERK_KEYS}, and whatever else is written like a key.
 */
@AutoConfiguration
@ConditionalOnClass(SanitizingFunction.class)
public class ActuatorAutoConfiguration {
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9-]{1,32}=[A-Za-z0-9_+/-]{43}");

    @Bean
    SanitizingFunction hauberkKeys() {
        return SanitizingFunction.sanitizeValue().ifLikelySensitive().ifMatches(ActuatorAutoConfiguration::isOfKeys);
    }

    private static boolean isOfKeys(SanitizableData data) {
        String name = data.getKey().toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
        return name.endsWith("hauberkkeys")
                || KEY.matcher(String.valueOf(data.getValue())).find();
    }
}
