package dev.hauberk.testkit.fake;

import dev.hauberk.policy.HeaderPolicy;
import dev.hauberk.policy.Limit;
import dev.hauberk.policy.RoutePolicy;
import dev.hauberk.policy.SecurityPolicy;
import dev.hauberk.policy.TokenPolicy;
import dev.hauberk.testkit.attack.Oracle;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** Takes a request through every step that the policy asks for, except those that a flaw leaves out. */
final class FakeApplication {
    static final String ACCESS = "__Host-access";
    static final String REFRESH = "__Host-refresh";
    private static final Pattern PLAIN = Pattern.compile("/|(/(?!\\.\\.?(/|$))[A-Za-z0-9._~@-]+)+");

    private final SecurityPolicy policy;
    private final boolean limited;
    private final Set<Flaw> flaws;
    private final Oracle oracle;
    private final FakeUsers users = new FakeUsers(this);
    private final FakeSessions sessions = new FakeSessions(this);
    private final FakeLimits limits = new FakeLimits(this);
    private final FakeTools tools = new FakeTools(this);
    private final FakeLog log = new FakeLog(this);
    private final FakeCsrf csrf = new FakeCsrf(this);
    private final FakeInput input = new FakeInput(this);
    private final FakeAuth auth = new FakeAuth(this);
    private final FakeRoutes routes = new FakeRoutes(this);
    private final List<String> records = new CopyOnWriteArrayList<>();
    private Duration moved = Duration.ZERO;

    FakeApplication(SecurityPolicy policy, boolean limited, Set<Flaw> flaws) {
        this.policy = policy;
        this.limited = limited;
        this.flaws = flaws;
        this.oracle = new Oracle(policy);
    }

    FakeAnswer answer(FakeRequest request) {
        FakeAnswer answer = judged(request);
        log.request(request, answer.status);
        return finish(answer, request.path());
    }

    /** What is answered where a body is not even read; it is counted all the same. */
    FakeAnswer tooLarge(FakeRequest request) {
        FakeAnswer over = count(request, oracle.rule(request.method(), request.path()), Optional.empty(), false);
        FakeAnswer answer = over.status == 429 ? over : FakeAnswer.problem(413, "too-large");
        if (over.status != 429 && !has(Flaw.NO_LIMIT_HEADERS_ON_ERRORS)) {
            answer.headers.addAll(over.headers);
        }
        return finish(answer, request.path());
    }

    private FakeAnswer judged(FakeRequest sent) {
        FakeRequest request = overridden(sent);
        String path = request.path();
        if (!PLAIN.matcher(path).matches()) {
            if (!has(Flaw.SERVES_CLEANED_PATHS) || !path.startsWith("/")) {
                return FakeAnswer.problem(400, "path");
            }
            // Judged as it came, and no rule covers it; served as it is meant.
            return routes.answer(
                    request.with(request.method(), cleaned(path)),
                    users.all().stream().findFirst());
        }
        if (has(Flaw.FOLDS_CASE) && !path.equals(path.toLowerCase(Locale.ROOT))) {
            return routes.answer(
                    request.with(request.method(), path.toLowerCase(Locale.ROOT)),
                    users.all().stream().findFirst());
        }
        Shown shown = shown(request);
        Optional<FakeSession> session = shown.tokens().size() == 1
                ? sessions.authenticate(shown.tokens().get(0))
                : Optional.empty();
        Optional<FakeCaller> caller = session.flatMap(s -> users.byId(s.user).map(user -> new FakeCaller(user, s)));
        if (has(Flaw.BELIEVES_USER_HEADERS) && request.header("X-User-Id").isPresent()) {
            caller = users.byId(request.header("X-User-Id").orElse(""))
                    .map(user -> new FakeCaller(
                            user,
                            sessions.open(user, Optional.empty(), Optional.empty())
                                    .session()));
        }
        Optional<RoutePolicy> rule = oracle.rule(request.method(), path);
        FakeAnswer over = count(request, rule, caller, !shown.tokens().isEmpty());
        if (over.status == 429) {
            return over;
        }
        FakeAnswer answer;
        if (!shown.tokens().isEmpty()
                && caller.isEmpty()
                && !has(Flaw.LETS_NOBODY_IN)
                && !path.startsWith(policy.signIn().path() + "/refresh")
                && !path.startsWith(policy.signIn().path() + "/sign-in")
                && rule.filter(Oracle::isPublic).isEmpty()
                && !path.startsWith("/.well-known")) {
            answer = has(Flaw.TELLS_WHY_A_TOKEN_IS_BAD) && shown.tokens().get(0).length() % 2 == 0
                    ? FakeAnswer.problem(401, "bad-signature")
                    : FakeAnswer.problem(401, "unauthenticated");
        } else if (!csrf.isOwn(
                request,
                session,
                !request.cookies(ACCESS).isEmpty() || !request.cookies(REFRESH).isEmpty())) {
            answer = FakeAnswer.problem(403, "cross-site");
        } else {
            answer = served(request, path, rule, caller);
        }
        if (answer.status < 400 || !has(Flaw.NO_LIMIT_HEADERS_ON_ERRORS)) {
            answer.headers.addAll(over.headers);
        }
        return answer;
    }

    private FakeAnswer served(
            FakeRequest request, String path, Optional<RoutePolicy> rule, Optional<FakeCaller> caller) {
        boolean bad = caller.isEmpty() && !shown(request).tokens().isEmpty();
        if (path.equals("/.well-known/security.txt") && bad && has(Flaw.CONTACT_FOR_GOOD_TOKENS)) {
            return FakeAnswer.problem(401, "unauthenticated");
        }
        if (path.equals("/.well-known/security.txt")) {
            return auth.contact(request);
        }
        if (path.startsWith(policy.signIn().path() + "/")) {
            return auth.answer(request, path.substring(policy.signIn().path().length()), caller);
        }
        if (rule.filter(Oracle::isPublic).isEmpty()) {
            if (has(Flaw.SERVES_WHAT_NO_RULE_COVERS) && rule.isEmpty()) {
                return FakeAnswer.json(200, "{\"env\":{}}");
            }
            if (caller.isEmpty() && has(Flaw.LETS_NOBODY_IN)) {
                return routes.answer(request, Optional.empty());
            }
            if (caller.isEmpty()) {
                return FakeAnswer.problem(401, "unauthenticated");
            }
            boolean byPermission = rule.filter(r -> !r.permission().isEmpty()).isPresent();
            boolean ignored =
                    rule.isPresent() && (byPermission ? has(Flaw.IGNORES_PERMISSIONS) : has(Flaw.IGNORES_ROLES));
            if (!ignored
                    && oracle.decide(Optional.of(caller.get().user().role()), request.method(), path)
                            != Oracle.Answer.GRANTED) {
                if (has(Flaw.ACTS_BEFORE_IT_REFUSES)) {
                    routes.answer(request, caller.map(FakeCaller::user));
                }
                records.add("DENIED " + caller.get().user().id());
                if (has(Flaw.RECORDS_DENIALS_TWICE)) {
                    records.add("DENIED " + caller.get().user().id());
                }
                return FakeAnswer.problem(403, "forbidden");
            }
        }
        if (request.path().equals("/run") && request.method().equals("POST") && caller.isPresent()) {
            return tools.run(request, caller.get(), limited);
        }
        Optional<String> other = request.header("X-Rewrite-URL").filter(url -> has(Flaw.SERVES_ANOTHER_URL));
        return routes.answer(
                other.isPresent() ? request.with(request.method(), other.get()) : request,
                caller.map(FakeCaller::user));
    }

    /** @param tokens access tokens, however they came */
    private record Shown(List<String> tokens) {}

    private Shown shown(FakeRequest request) {
        List<String> tokens = new ArrayList<>(byCookie() ? request.cookies(ACCESS) : List.of());
        if (byCookie() && has(Flaw.COOKIE_OF_ANY_NAME)) {
            tokens.addAll(request.cookies("access"));
        }
        if (has(Flaw.COOKIE_BEFORE_BEARER) && !tokens.isEmpty()) {
            return new Shown(tokens);
        }
        if (has(Flaw.FIRST_COOKIE_WINS) && tokens.size() > 1) {
            tokens = new ArrayList<>(tokens.subList(0, 1));
        }
        for (String value : request.all("Authorization")) {
            tokens.add(value.startsWith("Bearer ") ? value.substring("Bearer ".length()) : "");
        }
        if (has(Flaw.TAKES_TOKENS_FROM_THE_QUERY) && request.query().startsWith("access_token=")) {
            tokens.add(request.query().substring("access_token=".length()));
        }
        return new Shown(tokens);
    }

    private FakeAnswer count(
            FakeRequest request, Optional<RoutePolicy> rule, Optional<FakeCaller> caller, boolean bad) {
        FakeAnswer headers = FakeAnswer.empty(200);
        Optional<String> name = rule.flatMap(RoutePolicy::limit);
        if (!limited) {
            return has(Flaw.NO_LIMIT_HEADERS)
                    ? headers
                    : headers.with("RateLimit-Policy", "\"rare\";q=20;w=60").with("RateLimit", "\"rare\";r=20;t=0");
        }
        if (name.isEmpty()
                || has(Flaw.HEAD_IS_FREE) && request.method().equals("HEAD")
                || has(Flaw.BAD_TOKENS_ARE_FREE) && bad && caller.isEmpty()) {
            return headers;
        }
        Limit limit = java.util.Objects.requireNonNull(policy.limits().get(name.get()));
        String address = has(Flaw.BELIEVES_FORWARDED)
                ? request.header("X-Forwarded-For").orElse(request.peer())
                : request.peer();
        String key = limit.per() == Limit.Scope.USER && caller.isPresent() ? key(caller.get()) : address;
        long left = limits.take(name.get(), limit, key);
        long shown = has(Flaw.NEGATIVE_REMAINING)
                ? left - 5
                : has(Flaw.NEVER_FEWER_LEFT) && left >= 0 ? limit.rate().count() : Math.max(0, left);
        FakeAnswer answer = left < 0 ? FakeAnswer.problem(429, "limited").with("Retry-After", "2") : headers;
        if (!has(Flaw.NO_LIMIT_HEADERS)) {
            answer.with(
                    "RateLimit-Policy",
                    '"' + name.get() + "\";q=" + limit.rate().count() + ";w=60");
            answer.with("RateLimit", '"' + name.get() + "\";r=" + shown + ";t=" + (left < 0 ? 2 : 60));
        }
        return answer;
    }

    private String key(FakeCaller caller) {
        return has(Flaw.LIMIT_BY_SESSION)
                ? caller.session().id
                : has(Flaw.ONE_BUCKET_FOR_ALL_USERS)
                        ? "everybody"
                        : caller.user().id();
    }

    private FakeRequest overridden(FakeRequest request) {
        String method = has(Flaw.TAKES_METHOD_OVERRIDES)
                ? request.header("X-HTTP-Method-Override").orElse("")
                : "";
        if (!method.isEmpty() && !method.equals(request.method())) {
            // What is served is not what was judged: nobody judges it again.
            return request.with("GET", "/open");
        }
        Optional<String> url = request.header("X-Original-URL").filter(u -> has(Flaw.TAKES_URL_OVERRIDES));
        return url.isPresent() ? request.with(request.method(), url.get()) : request;
    }

    private static String cleaned(String path) {
        return path.replaceAll(";[^/]*", "")
                .replaceAll("/+", "/")
                .replaceAll("/\\.(?=/|$)", "")
                .replaceAll("(?<=.)/$", "");
    }

    /** Adds what is on every answer. */
    FakeAnswer finish(FakeAnswer answer, String path) {
        if (has(Flaw.NO_HEADERS_ON_ERRORS) && answer.status >= 400) {
            return answer;
        }
        HeaderPolicy headers = policy.headers();
        answer.with("Strict-Transport-Security", headers.strictTransportSecurity());
        answer.with("X-Content-Type-Options", headers.contentTypeOptions());
        answer.with("X-Frame-Options", headers.frameOptions());
        answer.with("Referrer-Policy", headers.referrerPolicy());
        answer.with("Permissions-Policy", headers.permissionsPolicy());
        answer.with("X-XSS-Protection", headers.xssProtection());
        answer.with("Cross-Origin-Resource-Policy", headers.crossOriginResourcePolicy());
        answer.with(
                has(Flaw.ONLY_REPORTS) ? "Content-Security-Policy-Report-Only" : "Content-Security-Policy",
                has(Flaw.INLINE_SCRIPT)
                        ? "script-src 'self' 'unsafe-inline'"
                        : has(Flaw.OTHER_CONTENT_POLICY) ? "default-src 'self'" : headers.contentSecurityPolicy());
        answer.with("Cache-Control", has(Flaw.CACHED) && path.startsWith("/items") ? "public, max-age=60" : "no-store");
        if (has(Flaw.HEADERS_TWICE) && path.equals("/open")) {
            answer.with("X-Frame-Options", headers.frameOptions());
        }
        if (has(Flaw.ANY_ORIGIN_READS)) {
            answer.with("Access-Control-Allow-Origin", "*");
        }
        return answer;
    }

    /** Lets others come in between. */
    void pause() {
        try {
            new CountDownLatch(1).await(20, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    synchronized void advance(Duration time) {
        moved = moved.plus(time);
    }

    synchronized Instant now() {
        return Instant.now().plus(moved);
    }

    int maxBody() {
        if (has(Flaw.TAKES_ANY_LENGTH)) {
            return 20_000_000;
        }
        return has(Flaw.UNLIMITED_BODIES)
                ? 10 * (int) policy.input().maxBody().bytes()
                : (int) policy.input().maxBody().bytes();
    }

    boolean has(Flaw flaw) {
        return flaws.contains(flaw);
    }

    boolean enforcesLimits() {
        return limited;
    }

    boolean byCookie() {
        return policy.tokens().in() == TokenPolicy.Carrier.COOKIE;
    }

    SecurityPolicy policy() {
        return policy;
    }

    Oracle oracle() {
        return oracle;
    }

    FakeUsers users() {
        return users;
    }

    FakeSessions sessions() {
        return sessions;
    }

    FakeCsrf csrf() {
        return csrf;
    }

    FakeInput input() {
        return input;
    }

    List<String> records() {
        return List.copyOf(records);
    }

    FakeLog log() {
        return log;
    }
}
