package dev.hauberk.spring;

import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Says that forwarding headers are not the container's to resolve: Boot turns that on by itself on some platforms, and then
 * whoever sends the header chooses his address (HTTP-7). An application that says otherwise does not start.
 */
class ForwardHeadersPostProcessor implements EnvironmentPostProcessor {
    static final String PROPERTY = "server.forward-headers-strategy";

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        environment.getPropertySources().addLast(new MapPropertySource("hauberk", Map.of(PROPERTY, "none")));
    }
}
