package dev.hauberk.testkit.fake;

import dev.hauberk.policy.SecurityPolicy;

/** The policy that the server keeps: small, with one of everything. */
final class FakePolicy {
    private static final String TEXT = """
            hauberk:
              baseline: %s
              tokens: {access: 15m, in: %s}
              permissions: [items:read, items:write, items:delete, users:read, users:manage, vault:read]
              roles:
                boss: {rank: 100, gives: "*", permissions: "*"}
                lead: {rank: 60, gives: [member, guest], permissions: [items:read, items:write, items:delete, users:read, users:manage]}
                seller: {rank: 50, permissions: [items:read, users:read]}
                member: {rank: 40, permissions: [items:read, items:write, vault:read]}
                guest: {rank: 10, permissions: [items:read]}
              routes:
                - {path: /open, method: GET, access: public, limit: open}
                - {path: /moved, method: GET, access: public, limit: open}
                - {path: /items, method: GET, permission: items:read, limit: api}
                - {path: /items, method: POST, permission: items:write, limit: api, body: item}
                - {path: "/items/{id}", method: GET, permission: items:read, limit: api}
                - {path: "/items/{id}", method: PUT, permission: items:write, limit: api, body: item}
                - {path: "/items/{id}", method: DELETE, permission: items:delete, limit: api}
                - {path: /users, method: GET, permission: users:read, limit: api}
                - {path: "/users/{id}/role", method: PUT, permission: users:manage, limit: api, body: role}
                - {path: /vault, method: GET, permission: vault:read, limit: rare}
                - {path: /admin, method: GET, roles: [boss, lead], limit: rare}
                - {path: /run, method: POST, access: signed-in, limit: api, body: run}
                - {path: /fails, method: GET, access: signed-in, limit: api}
              limits:
                open: 30 per 1m per address
                api: 100 per 1m per user
                rare: 20 per 1m per user
              budgets:
                tools: {per: user per day, tools: {ink: 0.75 USD, oil: 0.40 USD}}
              input:
                bodies:
                  run: {tool: "text 1..40"}
                  item: {title: "text 1..200", count?: "integer 0..10"}
                  role: {role: "text 1..40"}
              modes: {AUTHN-5: shadow}
              accept: [{control: AUTHN-5, why: the server knows no factor, by: its maker, until: %s}]
              contacts: {security: ["mailto:security@fake.example"], expires: %s}
            """;

    private FakePolicy() {}

    static SecurityPolicy in(String carrier) {
        return SecurityPolicy.parse(
                TEXT.formatted(
                        carrier.equals("body") ? "calimatic" : "engify",
                        carrier,
                        java.time.LocalDate.now(java.time.ZoneOffset.UTC).plusDays(300),
                        java.time.LocalDate.now(java.time.ZoneOffset.UTC).plusDays(300)),
                "fake.yml");
    }
}
