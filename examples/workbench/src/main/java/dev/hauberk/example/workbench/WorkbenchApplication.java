package dev.hauberk.example.workbench;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the workbench. */
@SpringBootApplication
public class WorkbenchApplication {
    /** Starts it on {@code SERVER_PORT}, or on 8080. */
    public static void main(String[] args) {
        SpringApplication.run(WorkbenchApplication.class, args);
    }
}
