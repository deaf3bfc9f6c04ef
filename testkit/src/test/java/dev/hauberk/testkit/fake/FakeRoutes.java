package dev.hauberk.testkit.fake;

import dev.hauberk.policy.Shape;
import dev.hauberk.testkit.target.User;
import dev.hauberk.testkit.wire.Json;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ObjectNode;

/** What the application itself answers. It trusts that whoever comes here may. */
final class FakeRoutes {
    private final Map<String, Item> items = new ConcurrentHashMap<>();
    private final FakeApplication application;

    FakeRoutes(FakeApplication application) {
        this.application = application;
    }

    private record Item(String id, String tenant, String title) {
        String json() {
            return "{\"id\":" + Json.quote(id) + ",\"title\":" + Json.quote(title) + "}";
        }
    }

    FakeAnswer answer(FakeRequest request, Optional<User> user) {
        String path = request.path();
        String method = request.method().equals("HEAD") ? "GET" : request.method();
        switch (method + " " + path) {
            case "GET /open":
                return FakeAnswer.json(200, "{\"open\":true}");
            case "GET /moved":
                String host = application.has(Flaw.BELIEVES_FORWARDED)
                        ? request.header("X-Forwarded-Host")
                                .map(h -> "http://" + h)
                                .orElse("")
                        : "";
                return FakeAnswer.empty(302).with("Location", host + "/open");
            case "GET /admin":
                return FakeAnswer.json(200, "{\"admin\":true}");
            case "GET /vault":
                if (application.has(Flaw.EMPTIES_OBJECTS)) {
                    return FakeAnswer.json(200, "{}");
                }
                String secret = application.has(Flaw.LEAKS_FIELDS) ? ",\"access_token\":\"vault-secret\"" : "";
                return FakeAnswer.json(200, "{\"name\":\"vault\"" + secret + "}");
            case "GET /fails":
                String trace = application.has(Flaw.STACK_TRACES)
                        ? ",\"trace\":\"java.lang.IllegalStateException\\n\\tat x.Y.z(Y.java:1)\""
                        : "";
                return FakeAnswer.problem(500, "internal", trace);
            default:
                return user.map(known -> ofSomebody(request, method, path, known))
                        .orElseGet(() -> FakeAnswer.problem(404, "not-found"));
        }
    }

    private FakeAnswer ofSomebody(FakeRequest request, String method, String path, User user) {
        String tenant = application.has(Flaw.BELIEVES_TENANT_PARAMETERS)
                        && request.query().startsWith("tenant=")
                ? request.query().substring("tenant=".length())
                : user.tenant();
        boolean all = application.has(Flaw.NO_TENANT_CHECK_IN_LISTS);
        if ((method + path).equals("GET/items")) {
            return FakeAnswer.json(
                    200,
                    items.values().stream()
                            .filter(item -> all || item.tenant().equals(tenant))
                            .map(Item::json)
                            .collect(Collectors.joining(",", "[", "]")));
        }
        if ((method + path).equals("GET/users")) {
            return FakeAnswer.json(
                    200,
                    application.users().all().stream()
                            .filter(other -> all || other.tenant().equals(tenant))
                            .map(other -> Json.quote(other.email()))
                            .collect(Collectors.joining(",", "[", "]")));
        }
        if ((method + path).equals("POST/items")) {
            String owner = request.header("X-Tenant-Id")
                    .filter(header -> application.has(Flaw.BELIEVES_TENANT_HEADERS))
                    .orElse(user.tenant());
            return put(request, owner, UUID.randomUUID().toString(), 201);
        }
        String[] parts = path.split("/");
        if (parts.length == 3 && parts[1].equals("items")) {
            return item(request, method, parts[2], user);
        }
        if (parts.length == 4 && parts[1].equals("users") && method.equals("PUT")) {
            return role(request, user, parts[2]);
        }
        return FakeAnswer.problem(404, "not-found");
    }

    private FakeAnswer item(FakeRequest request, String method, String id, User user) {
        Optional<Item> item = Optional.ofNullable(items.get(id));
        boolean foreign =
                item.filter(found -> !found.tenant().equals(user.tenant())).isPresent()
                        && !application.has(Flaw.NO_TENANT_CHECK_BY_ID);
        if (foreign && application.has(Flaw.FORBIDS_FOREIGN_IDS)) {
            return FakeAnswer.problem(403, "forbidden");
        }
        if (foreign && application.has(Flaw.CHANGES_AND_SAYS_NOT_FOUND)) {
            act(request, method, item.get());
        }
        if (item.isEmpty() || foreign) {
            return FakeAnswer.problem(404, "not-found");
        }
        return act(request, method, item.get());
    }

    private FakeAnswer act(FakeRequest request, String method, Item item) {
        return switch (method) {
            case "GET" -> FakeAnswer.json(200, item.json());
            case "PUT" -> put(request, item.tenant(), item.id(), 200);
            case "DELETE" -> {
                items.remove(item.id());
                yield FakeAnswer.empty(204);
            }
            default -> FakeAnswer.problem(405, "method-not-allowed");
        };
    }

    private FakeAnswer put(FakeRequest request, String tenant, String id, int status) {
        Optional<ObjectNode> body = read(request, "item");
        if (body.isEmpty()) {
            return FakeAnswer.problem(400, "input");
        }
        Item item = new Item(id, tenant, body.get().path("title").asString("?"));
        items.put(id, item);
        return FakeAnswer.json(status, item.json());
    }

    private FakeAnswer role(FakeRequest request, User giver, String id) {
        Optional<ObjectNode> body = read(request, "role");
        Optional<User> user = application
                .users()
                .byId(id)
                .filter(found -> found.tenant().equals(giver.tenant()) || application.has(Flaw.GIVES_ACROSS_TENANTS));
        if (body.isEmpty()) {
            return FakeAnswer.problem(400, "input");
        }
        if (user.isEmpty()) {
            return FakeAnswer.problem(404, "not-found");
        }
        String from = user.get().role();
        String to = body.get().path("role").asString("");
        boolean may = application.oracle().gives(giver.role(), from)
                && application.oracle().gives(giver.role(), to);
        boolean known = application.policy().roles().containsKey(to) || application.has(Flaw.GIVES_UNKNOWN_ROLES);
        if (!known || !may && !application.has(Flaw.GIVES_ANY_ROLE)) {
            return FakeAnswer.problem(403, "forbidden");
        }
        application
                .users()
                .put(new User(
                        id,
                        user.get().email(),
                        user.get().password(),
                        to,
                        user.get().tenant()));
        if (application.oracle().isDowngrade(from, to) && !application.has(Flaw.DOWNGRADE_KEEPS_SESSIONS)) {
            application.sessions().end(session -> session.user.equals(id));
        }
        return FakeAnswer.empty(204);
    }

    private Optional<ObjectNode> read(FakeRequest request, String shape) {
        Map<String, Shape> members = application.policy().input().bodies().getOrDefault(shape, Map.of());
        return application.input().read(request, members);
    }
}
