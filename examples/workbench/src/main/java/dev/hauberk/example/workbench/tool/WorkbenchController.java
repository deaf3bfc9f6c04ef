package dev.hauberk.example.workbench.tool;

import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Stub tools: they answer at once and cost nothing. */
@RestController
@RequestMapping("/api/workbench")
class WorkbenchController {
    private static final List<String> TOOLS = List.of("draft", "agent");

    @GetMapping("/basic")
    Map<String, Object> basic() {
        return Map.of("tools", List.of("draft"));
    }

    @GetMapping("/advanced")
    Map<String, Object> advanced() {
        return Map.of("tools", TOOLS);
    }

    @PostMapping("/run")
    Map<String, Object> run(@RequestBody Run run) {
        if (!TOOLS.contains(run.tool())) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        return Map.of("tool", run.tool(), "answer", run.prompt().length() + " characters were read");
    }

    /**
     * What a client sends to run a tool.
     *
     * @param tool which
     * @param prompt what is asked
     */
    record Run(String tool, String prompt) {}
}
