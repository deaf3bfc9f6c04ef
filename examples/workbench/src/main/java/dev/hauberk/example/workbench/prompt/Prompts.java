package dev.hauberk.example.workbench.prompt;

import dev.hauberk.Tenant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The prompts, each of a tenant: no statement here is without it. */
@Repository
class Prompts {
    private final JdbcClient jdbc;

    Prompts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Prompt> of(Tenant tenant) {
        return jdbc.sql("select id, title, text from prompts where tenant = ? order by id")
                .param(tenant.id())
                .query(Prompt.class)
                .list();
    }

    Optional<Prompt> find(Tenant tenant, String id) {
        return jdbc.sql("select id, title, text from prompts where tenant = ? and id = ?")
                .params(tenant.id(), id)
                .query(Prompt.class)
                .optional();
    }

    Prompt add(Tenant tenant, PromptDraft draft) {
        Prompt prompt = new Prompt(UUID.randomUUID().toString(), draft.title(), draft.text());
        jdbc.sql("insert into prompts (id, tenant, title, text) values (?, ?, ?, ?)")
                .params(prompt.id(), tenant.id(), prompt.title(), prompt.text())
                .update();
        return prompt;
    }

    boolean change(Tenant tenant, String id, PromptDraft draft) {
        return jdbc.sql("update prompts set title = ?, text = ? where tenant = ? and id = ?")
                        .params(draft.title(), draft.text(), tenant.id(), id)
                        .update()
                == 1;
    }

    boolean remove(Tenant tenant, String id) {
        return jdbc.sql("delete from prompts where tenant = ? and id = ?")
                        .params(tenant.id(), id)
                        .update()
                == 1;
    }
}
