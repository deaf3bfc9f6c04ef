package dev.hauberk.example.workbench;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the workbench. */
@SpringBootApplication
public class WorkbenchApplication {

    /**
     * Starts the workbench on port 8080, or on the one that {@code SERVER_PORT} names.
     *
     * @param arguments Spring Boot's own, such as {@code --server.port=9090}
     */
    public static void main(String[] arguments) {
        SpringApplication.run(WorkbenchApplication.class, arguments);
    }
}
