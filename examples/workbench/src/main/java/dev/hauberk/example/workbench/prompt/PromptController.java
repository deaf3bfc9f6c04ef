package dev.hauberk.example.workbench.prompt;

import dev.hauberk.Caller;
import dev.hauberk.Tenant;
import dev.hauberk.example.workbench.NotFound;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v2/prompts")
class PromptController {
    private final Prompts prompts;

    PromptController(Prompts prompts) {
        this.prompts = prompts;
    }

    @GetMapping
    List<Prompt> list(Caller caller) {
        return prompts.of(tenantOf(caller));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Prompt add(Caller caller, @RequestBody PromptDraft draft) {
        return prompts.add(tenantOf(caller), draft);
    }

    @GetMapping("/{id}")
    Prompt one(Caller caller, @PathVariable String id) {
        return prompts.find(tenantOf(caller), id).orElseThrow(NotFound::new);
    }

    @PutMapping("/{id}")
    Prompt change(Caller caller, @PathVariable String id, @RequestBody PromptDraft draft) {
        if (!prompts.change(tenantOf(caller), id, draft)) {
            throw new NotFound();
        }
        return new Prompt(id, draft.title(), draft.text());
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(Caller caller, @PathVariable String id) {
        if (!prompts.remove(tenantOf(caller), id)) {
            throw new NotFound();
        }
    }

    private static Tenant tenantOf(Caller caller) {
        return caller.tenant().orElseThrow(NotFound::new);
    }
}
