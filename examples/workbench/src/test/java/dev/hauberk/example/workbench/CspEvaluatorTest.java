package dev.hauberk.example.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hauberk.policy.PathHeaders;
import dev.hauberk.policy.PolicyException;
import dev.hauberk.policy.SecurityPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Holds what we say of content security policies against what csp_evaluator says. */
@Tag("HTTP-2")
class CspEvaluatorTest {
    private static final JsonMapper JSON = new JsonMapper();

    @Test
    void findsNothingInThePoliciesThatAreSentByDefaultAndByTheWorkbench() throws Exception {
        List<String> sent = Stream.concat(
                        Stream.of(
                                SecurityPolicy.of(Map.of()).headers().contentSecurityPolicy(),
                                Policies.own().headers().contentSecurityPolicy()),
                        Policies.own().headers().pages().stream().map(PathHeaders::contentSecurityPolicy))
                .toList();
        JsonNode findings = findings(sent);
        assertThat(findings)
                .hasSameSizeAs(sent)
                .allSatisfy(of -> assertThat(of.isEmpty()).as(of.toString()).isTrue());
    }

    @Test
    void findsNoWeaknessInAConfiguredPolicyThatTheStartLetsThrough() throws Exception {
        List<String> configured = configured();
        JsonNode findings = findings(configured);
        List<String> missed = new ArrayList<>();
        int weak = 0;
        for (int i = 0; i < configured.size(); i++) {
            boolean refused = isRefused(configured.get(i));
            weak += findings.get(i).isEmpty() ? 0 : 1;
            if (!findings.get(i).isEmpty() && !refused) {
                missed.add(configured.get(i) + " -> " + findings.get(i));
            }
        }
        assertThat(missed).isEmpty();
        assertThat(configured).hasSizeGreaterThanOrEqualTo(50);
        assertThat(weak).isBetween(20, configured.size() - 10);
    }

    private static boolean isRefused(String policy) {
        try {
            SecurityPolicy.of(Map.of("headers", Map.of("content-security-policy", policy)));
            return false;
        } catch (PolicyException e) {
            return String.valueOf(e.getMessage()).contains("HTTP-2");
        }
    }

    /** Every source of scripts with and without what makes it safe. */
    private static List<String> configured() {
        List<String> policies = new ArrayList<>();
        for (String script : List.of(
                "'self'",
                "'none'",
                "'unsafe-inline'",
                "'self' 'unsafe-eval'",
                "*",
                "https:",
                "http:",
                "data:",
                "https://cdn.jsdelivr.net",
                "https://ajax.googleapis.com",
                "https://static.example.com/js/",
                "http://static.example.com",
                "*.example.com",
                "'nonce-abc'",
                "'nonce-cmFuZG9tcmFuZG9tcmFuZG9t' 'strict-dynamic'",
                "'self' 203.0.113.7",
                "'unsafe-hashes' 'self'")) {
            policies.add("script-src " + script + "; object-src 'none'; base-uri 'none'; frame-ancestors 'none'");
            policies.add("default-src " + script + "; base-uri 'none'; frame-ancestors 'none'");
            policies.add("default-src 'self'; script-src " + script + "; object-src 'none'; frame-ancestors 'none'");
        }
        policies.add("img-src 'self'; frame-ancestors 'none'");
        policies.add("default-src 'none'; script-src 'self'; object-src *; base-uri 'none'; frame-ancestors 'none'");
        policies.add("default-scr 'none'; frame-ancestors 'none'");
        policies.add("default-src self; base-uri 'none'; frame-ancestors 'none'");
        return policies;
    }

    private static JsonNode findings(List<String> policies) throws Exception {
        return JSON.readTree(Tool.node("csp.mjs", JSON.writeValueAsString(policies)));
    }
}
