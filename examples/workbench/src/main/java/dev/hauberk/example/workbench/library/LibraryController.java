package dev.hauberk.example.workbench.library;

import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api")
class LibraryController {
    @GetMapping("/stats")
    Map<String, Object> stats() {
        return Map.of("prompts", 2, "patterns", 2);
    }

    @GetMapping("/prompts")
    List<Entry> prompts() {
        return List.of(
                new Entry("summary", "Summarise a text in three sentences"),
                new Entry("review", "Review a change for what is missing"));
    }

    @GetMapping("/patterns")
    List<Entry> patterns() {
        return List.of(
                new Entry("few-shot", "Show three examples before you ask"),
                new Entry("critic", "Let a second voice look for faults"));
    }

    @GetMapping("/health")
    Map<String, String> health() {
        return Map.of("status", "UP");
    }

    /**
     * Something in the library.
     *
     * @param id its name
     * @param title what it is
     */
    record Entry(String id, String title) {}
}
