package dev.hauberk.testkit.fake;

import dev.hauberk.testkit.http.Bytes;
import dev.hauberk.testkit.target.TokenKey;
import dev.hauberk.testkit.target.User;
import dev.hauberk.testkit.wire.Json;
import dev.hauberk.testkit.wire.Jwt;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import tools.jackson.databind.node.ObjectNode;

/** Sessions and their tokens. One lock guards all. */
final class FakeSessions {
    private static final int MOST = 5;
    private static final long IDLE_S = 30L * 24 * 3600;
    private static final long ACCESS_S = 900;
    private static final Set<String> CLAIMS = Set.of("iss", "aud", "sub", "sid", "jti", "iat", "exp");

    private final SecureRandom random = new SecureRandom();
    private final byte[] key = bytes(32);
    private final Map<String, FakeSession> sessions = new LinkedHashMap<>();
    private final FakeApplication application;

    FakeSessions(FakeApplication application) {
        this.application = application;
    }

    TokenKey key() {
        return new TokenKey("k1", new Bytes(key));
    }

    /** What a client gets. */
    record Tokens(FakeSession session, String access, String refresh) {}

    synchronized Tokens open(User user, Optional<FakeSession> planted, Optional<String> chosen) {
        if (application.has(Flaw.ADOPTS_SESSIONS) && planted.isPresent()) {
            FakeSession same = new FakeSession(planted.get().id, user.id(), planted.get().refresh, now());
            sessions.put(same.id, same);
            return new Tokens(same, access(same, user), same.refresh);
        }
        int most = application.has(Flaw.ONE_SESSION_MORE) ? MOST + 1 : MOST;
        List<FakeSession> own = of(user.id());
        for (int i = 0; i <= own.size() - most; i++) {
            sessions.remove(own.get(i).id);
        }
        String refresh = Jwt.encode(bytes(application.has(Flaw.SHORT_IDS) ? 8 : 32));
        FakeSession session = new FakeSession(
                Jwt.encode(bytes(16)),
                user.id(),
                chosen.filter(value -> application.has(Flaw.ADOPTS_COOKIES)).orElse(refresh),
                now());
        sessions.put(session.id, session);
        return new Tokens(session, access(session, user), session.refresh);
    }

    synchronized Optional<Tokens> refresh(String token) {
        for (FakeSession session : List.copyOf(sessions.values())) {
            boolean idle = !application.has(Flaw.NEVER_IDLE) && now() - session.usedAt > IDLE_S;
            boolean known = session.refresh.equals(token)
                    || application.has(Flaw.COMPARES_TOKEN_STARTS) && token.startsWith(session.refresh)
                    || application.has(Flaw.ONE_KIND_OF_TOKEN)
                            && authenticate(token).equals(Optional.of(session));
            boolean replayed = session.used.contains(token);
            if ((known || replayed && application.has(Flaw.REFRESHES_TWICE)) && !idle) {
                session.used.add(session.refresh);
                session.refresh = Jwt.encode(bytes(32));
                session.usedAt = application.has(Flaw.IDLE_WHILE_USED) ? session.usedAt : now();
                Optional<User> user = application.users().byId(session.user);
                return user.map(found -> new Tokens(session, access(session, found), session.refresh));
            }
            if (replayed && !application.has(Flaw.REPLAY_KEEPS_THE_FAMILY)) {
                sessions.remove(session.id);
            }
        }
        return Optional.empty();
    }

    /** The session of an access token; empty where the token is not good, with a reason where a flaw tells it. */
    synchronized Optional<FakeSession> authenticate(String token) {
        if (application.has(Flaw.ONE_KIND_OF_TOKEN)
                && sessions.values().stream().anyMatch(session -> session.refresh.equals(token))) {
            return sessions.values().stream()
                    .filter(session -> session.refresh.equals(token))
                    .findFirst();
        }
        Jwt jwt = Jwt.parse(token);
        ObjectNode claims = jwt.claims();
        boolean none = application.has(Flaw.ACCEPTS_ALG_NONE)
                && jwt.headerJson().path("alg").asString("").equalsIgnoreCase("none");
        if (!none && !application.has(Flaw.IGNORES_SIGNATURES) && !isSigned(jwt, token)) {
            return Optional.empty();
        }
        FakeSession session = sessions.get(claims.path("sid").asString(""));
        boolean right = application.has(Flaw.IGNORES_CLAIMS) || areGood(claims);
        return session != null && right && (application.has(Flaw.NEVER_IDLE) || isNow(claims))
                ? Optional.of(session)
                : Optional.empty();
    }

    private boolean isSigned(Jwt jwt, String token) {
        Jwt expected = Jwt.signed(
                "{\"alg\":\"HS256\",\"typ\":\"at+jwt\",\"kid\":\"k1\"}",
                jwt.claims().toString(),
                "HmacSHA256",
                key);
        return expected.text().equals(token);
    }

    private boolean areGood(ObjectNode claims) {
        FakeSession session = sessions.get(claims.path("sid").asString(""));
        return Set.copyOf(claims.propertyNames()).stream()
                        .allMatch(name -> CLAIMS.contains(name) || application.has(Flaw.EMAIL_IN_TOKEN))
                && claims.propertyNames().containsAll(CLAIMS)
                && session != null
                && claims.path("sub")
                        .equals(Json.parse(Json.quote(session.user)).orElse(null))
                && claims.path("aud").asString("").equals("fake")
                && claims.path("iss").asString("").equals("fake")
                && claims.path("jti").isString()
                && claims.path("iat").isIntegralNumber()
                && claims.path("iat").asLong() <= now() + 30
                && claims.path("exp").isIntegralNumber()
                && claims.path("exp").canConvertToLong();
    }

    private boolean isNow(ObjectNode claims) {
        return claims.path("exp").canConvertToLong() && claims.path("exp").asLong() > now() - 30;
    }

    synchronized List<FakeSession> of(String user) {
        return sessions.values().stream()
                .filter(session -> session.user.equals(user))
                .toList();
    }

    synchronized boolean end(Predicate<FakeSession> which) {
        return sessions.values().removeIf(which);
    }

    private String access(FakeSession session, User user) {
        String more = application.has(Flaw.EMAIL_IN_TOKEN) ? ",\"email\":\"" + user.email() + "\"" : "";
        String claims = "{\"iss\":\"fake\",\"aud\":\"fake\",\"sub\":\"" + session.user + "\",\"sid\":\"" + session.id
                + "\",\"jti\":\"" + Jwt.encode(bytes(8)) + "\",\"iat\":" + now() + ",\"exp\":" + (now() + ACCESS_S)
                + more + "}";
        return Jwt.signed("{\"alg\":\"HS256\",\"typ\":\"at+jwt\",\"kid\":\"k1\"}", claims, "HmacSHA256", key)
                .text();
    }

    byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    private long now() {
        return application.now().getEpochSecond();
    }
}
