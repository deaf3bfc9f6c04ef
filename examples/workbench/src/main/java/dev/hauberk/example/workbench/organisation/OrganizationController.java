package dev.hauberk.example.workbench.organisation;

import dev.hauberk.Caller;
import dev.hauberk.Tenant;
import dev.hauberk.example.workbench.NotFound;
import dev.hauberk.identity.Accounts;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v2")
class OrganizationController {
    private final Accounts accounts;
    private final JdbcClient jdbc;

    OrganizationController(Accounts accounts, JdbcClient jdbc) {
        this.accounts = accounts;
        this.jdbc = jdbc;
    }

    @GetMapping("/organization")
    Map<String, Object> organization(Caller caller) {
        Tenant tenant = tenantOf(caller);
        return Map.of("id", tenant.id(), "users", accounts.of(tenant).size());
    }

    @GetMapping("/billing")
    Map<String, Object> billing(Caller caller) {
        Tenant tenant = tenantOf(caller);
        return Map.of(
                "organization",
                tenant.id(),
                "plan",
                "team",
                "seats",
                accounts.of(tenant).size());
    }

    @GetMapping("/analytics")
    Map<String, Object> analytics(Caller caller) {
        Tenant tenant = tenantOf(caller);
        return Map.of("organization", tenant.id(), "prompts", prompts(tenant));
    }

    @GetMapping("/analytics/export")
    List<Map<String, Object>> export(Caller caller) {
        Tenant tenant = tenantOf(caller);
        return List.of(
                Map.of("measure", "prompts", "value", prompts(tenant)),
                Map.of("measure", "users", "value", accounts.of(tenant).size()));
    }

    private long prompts(Tenant tenant) {
        return jdbc.sql("select count(*) from prompts where tenant = ?")
                .param(tenant.id())
                .query(Long.class)
                .single();
    }

    private static Tenant tenantOf(Caller caller) {
        return caller.tenant().orElseThrow(NotFound::new);
    }
}
