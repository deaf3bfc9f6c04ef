package dev.hauberk.example.workbench.tool;

import dev.hauberk.policy.Money;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Two stubs: they answer at once, and cost what the document names. */
@Component
class Tools {
    private final Map<String, Tool> tools = new LinkedHashMap<>();

    Tools() {
        tools.put("draft", stub(Money.parse("$0.75")));
        tools.put("agent", stub(Money.parse("$2.50")));
    }

    private static Tool stub(Money cost) {
        return prompt -> new Tool.Result(prompt.length() + " characters were read", cost);
    }

    List<String> names() {
        return List.copyOf(tools.keySet());
    }

    Optional<Tool> find(String name) {
        return Optional.ofNullable(tools.get(name));
    }
}
