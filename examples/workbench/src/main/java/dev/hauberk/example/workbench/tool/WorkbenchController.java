package dev.hauberk.example.workbench.tool;

import dev.hauberk.Caller;
import dev.hauberk.ratelimit.budget.Budgets;
import dev.hauberk.ratelimit.budget.Budgets.Answer;
import dev.hauberk.ratelimit.budget.Reservation;
import dev.hauberk.servlet.limit.BudgetAnswer;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

@RestController
@RequestMapping("/api/workbench")
class WorkbenchController {
    private final Tools tools;
    private final Budgets budgets;

    WorkbenchController(Tools tools, Budgets budgets) {
        this.tools = tools;
        this.budgets = budgets;
    }

    @GetMapping("/basic")
    Map<String, Object> basic() {
        return Map.of("tools", List.of("draft"));
    }

    @GetMapping("/advanced")
    Map<String, Object> advanced() {
        return Map.of("tools", tools.names());
    }

    /** Runs a tool, where the caller's budget for it has room; where it has none, the answer is written here. */
    @PostMapping("/run")
    @Nullable
    ResponseEntity<Map<String, Object>> run(
            Caller caller, @RequestBody Run run, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Tool tool = tools.find(run.tool()).orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST));
        Answer answer = budgets.reserve(run.tool(), caller);
        if (answer instanceof Answer.Reserved reserved) {
            return ResponseEntity.ok(run(tool, run, reserved.reservation()));
        }
        if (answer instanceof Answer.Denied denied) {
            BudgetAnswer.write(request, response, denied);
            return null;
        }
        throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
    }

    private Map<String, Object> run(Tool tool, Run run, Reservation reservation) {
        Tool.Result result;
        try {
            result = tool.run(run.prompt());
        } catch (RuntimeException e) {
            budgets.release(reservation);
            throw e;
        }
        budgets.settle(reservation, result.cost());
        return Map.of(
                "tool",
                run.tool(),
                "answer",
                result.text(),
                "cost",
                result.cost().toString());
    }

    /**
     * What a client sends to run a tool.
     *
     * @param tool which
     * @param prompt what is asked
     */
    record Run(String tool, String prompt) {}
}
