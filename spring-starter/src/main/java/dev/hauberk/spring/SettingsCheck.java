package dev.hauberk.spring;

import dev.hauberk.Control;
import dev.hauberk.policy.Place;
import dev.hauberk.policy.PolicyException;
import dev.hauberk.policy.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.core.env.Environment;

/** Settings of Spring Boot that would undo a control. */
final class SettingsCheck {
    private final Environment environment;
    private final List<Problem> problems = new ArrayList<>();

    SettingsCheck(Environment environment) {
        this.environment = environment;
    }

    /** @throws PolicyException with every setting that would */
    void check() {
        forbid(
                Control.HTTP_7,
                ForwardHeadersPostProcessor.PROPERTY,
                "none",
                "Remove it: Hauberk resolves forwarding headers itself, from the policy's proxies.");
        forbid(
                Control.RBAC_4,
                "spring.mvc.hiddenmethod.filter.enabled",
                "false",
                "Remove it: a method that changes after the decision is not the one that was decided.");
        for (String header : List.of("remote-ip-header", "protocol-header", "host-header", "port-header")) {
            forbid(
                    Control.HTTP_7,
                    "server.tomcat.remoteip." + header,
                    "",
                    "Remove it: Tomcat would believe whoever sends the header from a private address.");
        }
        if (!problems.isEmpty()) {
            throw new PolicyException(problems);
        }
    }

    private void forbid(Control control, String property, String asked, String remedy) {
        String set = environment.getProperty(property, asked);
        if (!set.toLowerCase(Locale.ROOT).equals(asked)) {
            report(control, property, asked.isEmpty() ? "nothing" : asked, set, remedy);
        }
    }

    private void report(Control control, String property, String asked, String set, String remedy) {
        problems.add(
                new Problem(new Place("Spring's environment", 0), property, Optional.of(control), asked, set, remedy));
    }
}
