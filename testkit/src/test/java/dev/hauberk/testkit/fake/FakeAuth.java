package dev.hauberk.testkit.fake;

import dev.hauberk.policy.Shape;
import dev.hauberk.testkit.target.User;
import dev.hauberk.testkit.wire.Json;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ObjectNode;

/** What the library would answer below the sign-in path. */
final class FakeAuth {
    private static final Shape TEXT = Shape.parse("text 0..20000000");
    private static final Shape SECRET = Shape.parse("secret 0..20000000");

    private final FakeApplication application;

    FakeAuth(FakeApplication application) {
        this.application = application;
    }

    FakeAnswer answer(FakeRequest request, String path, Optional<FakeCaller> caller) {
        String call = request.method() + " " + path;
        if (call.equals("POST /sign-in")) {
            return signIn(request);
        }
        if (call.equals("POST /refresh")) {
            return refresh(request);
        }
        if (request.method().equals("GET") && (path.equals("/sign-in") || path.equals("/refresh"))) {
            return FakeAnswer.problem(405, "method-not-allowed");
        }
        if (caller.isEmpty()) {
            return FakeAnswer.problem(401, "unauthenticated");
        }
        return switch (call) {
            case "GET /me", "HEAD /me" -> me(request, caller.get());
            case "GET /sessions" -> sessions(caller.get());
            case "DELETE /sessions" -> {
                application
                        .sessions()
                        .end(s -> !application.has(Flaw.ENDS_NO_SESSION)
                                && s.user.equals(caller.get().user().id())
                                && s != caller.get().session());
                yield FakeAnswer.empty(204);
            }
            case "POST /sign-out" -> signOut(caller.get());
            case "POST /password" -> password(request, caller.get());
            default ->
                path.startsWith("/sessions/") && request.method().equals("DELETE")
                        ? endOne(caller.get(), path.substring("/sessions/".length()))
                        : path.equals("/me")
                                ? FakeAnswer.problem(405, "method-not-allowed")
                                : FakeAnswer.problem(404, "not-found");
        };
    }

    private FakeAnswer signIn(FakeRequest request) {
        Optional<ObjectNode> body = application.input().read(request, Map.of("email", TEXT, "password", SECRET));
        if (body.isEmpty()) {
            return FakeAnswer.problem(
                    400,
                    "input",
                    application.has(Flaw.SENDS_INPUT_BACK)
                            ? ",\"got\":" + Json.quote(request.body().text())
                            : "");
        }
        String email = body.get().path("email").asString("");
        FakeUsers.Outcome outcome =
                application.users().attempt(email, body.get().path("password").asString(""));
        if (outcome instanceof FakeUsers.Outcome.Limited) {
            return FakeAnswer.problem(429, "limited").with("Retry-After", "900");
        }
        if (outcome instanceof FakeUsers.Outcome.Known known) {
            Optional<FakeSession> planted = request.cookies(FakeApplication.ACCESS).stream()
                    .findFirst()
                    .flatMap(application.sessions()::authenticate);
            Optional<String> chosen =
                    request.cookies(FakeApplication.REFRESH).stream().findFirst();
            return given(application.sessions().open(known.user(), planted, chosen));
        }
        boolean tells = application.has(Flaw.TELLS_UNKNOWN_USERS)
                && application.users().byEmail(email).isEmpty();
        return FakeAnswer.problem(401, tells ? "unknown-user" : "unauthenticated");
    }

    private FakeAnswer refresh(FakeRequest request) {
        String token;
        if (application.byCookie()) {
            List<String> cookies = request.cookies(FakeApplication.REFRESH);
            token = cookies.size() == 1 ? cookies.get(0) : "";
        } else {
            Optional<ObjectNode> body = application.input().read(request, Map.of("refreshToken", TEXT));
            if (body.isEmpty()) {
                return FakeAnswer.problem(400, "input");
            }
            token = body.get().path("refreshToken").asString("");
        }
        return application
                .sessions()
                .refresh(token)
                .map(this::given)
                .orElseGet(() -> FakeAnswer.problem(401, "unauthenticated"));
    }

    private FakeAnswer given(FakeSessions.Tokens tokens) {
        String both = ",\"accessToken\":\"" + tokens.access() + "\",\"refreshToken\":\"" + tokens.refresh() + "\"";
        boolean inBody = !application.byCookie() || application.has(Flaw.TOKENS_IN_BODY_TOO);
        FakeAnswer answer = FakeAnswer.json(200, "{\"expiresIn\":900,\"mfa\":\"none\"" + (inBody ? both : "") + "}");
        if (application.byCookie()) {
            String attributes = application.has(Flaw.LAX_COOKIES)
                    ? "; Path=/; Secure; HttpOnly; SameSite=Lax"
                    : "; Path=/; Secure; HttpOnly; SameSite=Strict";
            answer.with("Set-Cookie", FakeApplication.ACCESS + "=" + tokens.access() + attributes);
            answer.with("Set-Cookie", FakeApplication.REFRESH + "=" + tokens.refresh() + attributes);
        }
        return answer;
    }

    private FakeAnswer signOut(FakeCaller caller) {
        if (!application.has(Flaw.SIGN_OUT_KEEPS_SESSIONS)) {
            application.sessions().end(session -> session == caller.session());
        }
        FakeAnswer answer = FakeAnswer.empty(204);
        if (application.byCookie()) {
            answer.with(
                    "Set-Cookie", FakeApplication.ACCESS + "=; Path=/; Secure; HttpOnly; SameSite=Strict; Max-Age=0");
            answer.with(
                    "Set-Cookie", FakeApplication.REFRESH + "=; Path=/; Secure; HttpOnly; SameSite=Strict; Max-Age=0");
        }
        return answer;
    }

    private FakeAnswer me(FakeRequest request, FakeCaller caller) {
        String role = application.has(Flaw.BELIEVES_ROLE_HEADERS)
                ? request.header("X-Role").orElse(caller.user().role())
                : caller.user().role();
        Set<String> held = application.has(Flaw.EVERY_ROLE_HOLDS_ALL)
                ? Set.copyOf(application.policy().permissions())
                : application.oracle().permissions(role);
        String permissions = held.stream().map(Json::quote).collect(Collectors.joining(",", "[", "]"));
        String csrf = application.byCookie()
                ? ",\"csrf\":" + Json.quote(application.csrf().token(caller.session()))
                : "";
        return FakeAnswer.json(
                200,
                "{\"id\":" + Json.quote(caller.user().id()) + ",\"tenant\":"
                        + Json.quote(caller.user().tenant()) + ",\"roles\":[" + Json.quote(role) + "],\"permissions\":"
                        + permissions + csrf + "}");
    }

    private FakeAnswer sessions(FakeCaller caller) {
        return FakeAnswer.json(
                200,
                application.sessions().of(caller.user().id()).stream()
                        .map(session -> "{\"handle\":" + Json.quote(session.id)
                                + (application.has(Flaw.LISTS_SECRETS) ? ",\"key\":" + Json.quote(session.refresh) : "")
                                + "}")
                        .collect(Collectors.joining(",", "[", "]")));
    }

    private FakeAnswer endOne(FakeCaller caller, String handle) {
        if (application.has(Flaw.ENDS_NO_SESSION)) {
            return FakeAnswer.empty(204);
        }
        boolean ended = application
                .sessions()
                .end(session -> session.id.equals(handle)
                        && (session.user.equals(caller.user().id()) || application.has(Flaw.ENDS_ANYBODYS_SESSION)));
        return ended ? FakeAnswer.empty(204) : FakeAnswer.problem(404, "not-found");
    }

    private FakeAnswer password(FakeRequest request, FakeCaller caller) {
        Optional<ObjectNode> body = application.input().read(request, Map.of("current", SECRET, "new", SECRET));
        if (body.isEmpty()) {
            return FakeAnswer.problem(400, "input");
        }
        String current = body.get().path("current").asString("");
        if (application.has(Flaw.CHANGES_PASSWORDS_UNASKED)) {
            current = caller.user().password();
        }
        if (application.has(Flaw.GUESSES_BY_PASSWORD_CHANGE)) {
            if (!current.equals(caller.user().password())) {
                return FakeAnswer.problem(403, "forbidden");
            }
        } else {
            FakeUsers.Outcome outcome =
                    application.users().attempt(caller.user().email(), current);
            if (!(outcome instanceof FakeUsers.Outcome.Known)) {
                return outcome instanceof FakeUsers.Outcome.Limited
                        ? FakeAnswer.problem(429, "limited").with("Retry-After", "900")
                        : FakeAnswer.problem(403, "forbidden");
            }
        }
        String next = body.get().path("new").asString("");
        List<String> broken = application.has(Flaw.NO_PASSWORD_RULES)
                        || application.has(Flaw.TAKES_ANY_LENGTH) && next.length() > 1_024
                ? List.of()
                : broken(next);
        if (!broken.isEmpty()) {
            return FakeAnswer.problem(
                    422,
                    "weak-password",
                    ",\"rules\":" + broken.stream().map(Json::quote).collect(Collectors.joining(",", "[", "]")));
        }
        User changed = caller.user().withPassword(next);
        application.users().put(changed);
        if (!application.has(Flaw.PASSWORD_CHANGE_KEEPS_SESSIONS)) {
            application.sessions().end(session -> session.user.equals(changed.id()) && session != caller.session());
        }
        return FakeAnswer.empty(204);
    }

    private static List<String> broken(String password) {
        List<String> broken = new ArrayList<>();
        String normal = Normalizer.normalize(password, Normalizer.Form.NFC);
        if (normal.codePointCount(0, normal.length()) < 8) {
            broken.add("too-short");
        }
        if (password.getBytes(StandardCharsets.UTF_8).length > 1_024) {
            broken.add("too-long");
        }
        Map.of("upper-case", "[A-Z]", "lower-case", "[a-z]", "digit", "[0-9]", "special", "[!-/:-@\\[-`{-~]")
                .forEach((rule, pattern) -> {
                    if (!java.util.regex.Pattern.compile(pattern)
                            .matcher(normal)
                            .find()) {
                        broken.add(rule);
                    }
                });
        if (password.equals("P@ssw0rd") || password.equals("!QAZ2wsx")) {
            broken.add("common");
        }
        return broken;
    }

    FakeAnswer contact(FakeRequest request) {
        if (application.has(Flaw.NO_CONTACT)) {
            return FakeAnswer.problem(404, "not-found");
        }
        String text = "Contact: mailto:security@fake.example\nExpires: "
                + application
                        .policy()
                        .contacts()
                        .expires()
                        .map(day -> day + "T00:00:00Z")
                        .orElse("") + "\n";
        return new FakeAnswer(200, "text/plain; charset=utf-8", text);
    }
}
