package dev.hauberk.testkit.fake;

import dev.hauberk.testkit.wire.Jwt;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;

/** Tells the caller's own wish from another site's. */
final class FakeCsrf {
    private static final int LENGTH = 16;
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

    private final FakeApplication application;

    FakeCsrf(FakeApplication application) {
        this.application = application;
    }

    /** A token of a session, masked anew. */
    String token(FakeSession session) {
        byte[] secret = secret(session);
        byte[] mask = application.has(Flaw.ONE_CSRF_TOKEN_FOR_ALL)
                ? new byte[LENGTH]
                : application.sessions().bytes(LENGTH);
        byte[] all = new byte[2 * LENGTH];
        for (int i = 0; i < LENGTH; i++) {
            all[i] = mask[i];
            all[LENGTH + i] = (byte) (mask[i] ^ secret[i]);
        }
        return Jwt.encode(all);
    }

    boolean isOwn(FakeRequest request, Optional<FakeSession> session, boolean cookies) {
        boolean signIn = request.path().endsWith("/sign-in");
        if (!application.byCookie()
                || SAFE.contains(request.method())
                || !cookies && !signIn
                || application.has(Flaw.NO_CSRF_CHECK)) {
            return true;
        }
        String site = request.header("Sec-Fetch-Site").orElse("");
        String origin = request.header("Origin").orElse("");
        if (application.has(Flaw.REFUSES_ITSELF) && !origin.isEmpty()) {
            return false;
        }
        if (!site.isEmpty()) {
            return site.equals("same-origin") && !origin.equals("null");
        }
        if (!origin.isEmpty()) {
            return origin.equals("http://" + request.header("Host").orElse(""));
        }
        if (signIn) {
            return application.has(Flaw.SIGN_IN_BY_FORM)
                    || request.header("Content-Type").orElse("").startsWith("application/json");
        }
        return session.isEmpty()
                || request.header("X-CSRF-Token")
                        .filter(token -> holds(token, session.get()))
                        .isPresent();
    }

    private boolean holds(String token, FakeSession session) {
        try {
            byte[] all = Base64.getUrlDecoder().decode(token);
            byte[] secret = secret(session);
            boolean same = all.length == 2 * LENGTH;
            for (int i = 0; same && i < LENGTH; i++) {
                same = (all[i] ^ all[LENGTH + i]) == secret[i];
            }
            return same;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private byte[] secret(FakeSession session) {
        String of = application.has(Flaw.ONE_CSRF_TOKEN_FOR_ALL) ? "all" : session.id;
        return java.util.Arrays.copyOf(
                Jwt.signed(
                                "{}",
                                "{\"c\":\"" + of + "\"}",
                                "HmacSHA256",
                                application.sessions().key().secret().toArray())
                        .signature()
                        .getBytes(java.nio.charset.StandardCharsets.US_ASCII),
                LENGTH);
    }
}
