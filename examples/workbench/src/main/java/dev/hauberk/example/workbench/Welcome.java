package dev.hauberk.example.workbench;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Says where to look. */
@Component
class Welcome {
    private final Environment environment;

    Welcome(Environment environment) {
        this.environment = environment;
    }

    @EventListener(ApplicationReadyEvent.class)
    void say() {
        System.err.printf("""

                The workbench is at http://localhost:%s/
                Sign in as ada@acme.example (or root@hauberk.example, max@, mia@, uma@, fay@, pru@acme.example,
                eve@, ent@globex.example) with the password %s
                The policy that it keeps is examples/workbench/src/main/resources/hauberk.yml
                %n""", environment.getProperty("local.server.port"), DemoUsers.PASSWORD);
    }
}
