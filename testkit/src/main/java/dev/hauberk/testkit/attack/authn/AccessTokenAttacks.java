package dev.hauberk.testkit.attack.authn;

import dev.hauberk.testkit.attack.Attack;
import dev.hauberk.testkit.attack.Attacker;
import dev.hauberk.testkit.attack.Looks;
import dev.hauberk.testkit.attack.Trial;
import dev.hauberk.testkit.http.Exchange;
import dev.hauberk.testkit.http.MalformedResponseException;
import dev.hauberk.testkit.http.Request;
import dev.hauberk.testkit.target.MovableClock;
import dev.hauberk.testkit.target.TokenKey;
import dev.hauberk.testkit.wire.Jwt;
import dev.hauberk.testkit.wire.Session;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Tries access tokens that the application never issued. */
final class AccessTokenAttacks {
    private static final String BREAKS = "tokens";
    private static final int MAX_HEADER = 4 * 1024;

    @Attack(value = "AUTHN-6", tries = "forged tokens: one 401 with one body", breaks = BREAKS)
    Stream<Trial> forgedTokens(Attacker attacker) {
        Session session = attacker.signIn();
        Jwt real = Jwt.parse(session.credentials().access());
        return trials(attacker, session, Forgeries.of(real));
    }

    @Attack(value = "AUTHN-6", tries = "well-signed tokens with wrong claims: one 401 with one body", breaks = BREAKS)
    Stream<Trial> wellSignedTokensWithWrongClaims(Attacker attacker) {
        TokenKey key = attacker.target()
                .tokenKey()
                .orElseThrow(() -> Attacker.notTried("the target gives no key to sign with"));
        Session session = attacker.signIn();
        Jwt real = Jwt.parse(session.credentials().access());
        return trials(attacker, session, SignedForgeries.of(real, key));
    }

    @Attack(value = "AUTHN-6", tries = "a token in the query string", breaks = BREAKS)
    void aTokenInTheQuery(Attacker attacker) {
        String token = attacker.signIn().credentials().access();
        for (String name : List.of("access_token", "token", "jwt", "authorization")) {
            Exchange answer =
                    attacker.stranger().send(Request.get(attacker.wire().auth("/me") + "?" + name + "=" + token));
            attacker.mustAnswer(401, answer);
        }
    }

    @Attack(value = "AUTHN-6", tries = "two tokens in one request", breaks = BREAKS)
    void twoTokens(Attacker attacker) {
        String token = attacker.signIn().credentials().access();
        String other = attacker.signIn().credentials().access();
        Request me = attacker.wire().me();
        for (Request request : List.of(
                me.with("Authorization", "Bearer " + token).with("Authorization", "Bearer " + other),
                me.with("Authorization", "Bearer " + token).with("Authorization", "Bearer " + token),
                me.with("Authorization", "Bearer " + token + ", Bearer " + token),
                me.with("Authorization", "Bearer " + token + " " + other),
                me.with("Authorization", "Basic eDp5").with("Authorization", "Bearer " + token))) {
            attacker.mustAnswer(401, attacker.stranger().send(request));
        }
    }

    @Attack(value = "AUTHN-6", tries = "a token after its time", breaks = "tokens.access")
    void aTokenAfterItsTime(Attacker attacker) {
        MovableClock clock =
                attacker.target().clock().orElseThrow(() -> Attacker.notTried("the target's clock cannot be moved"));
        Session session = attacker.signIn();
        clock.advance(attacker.policy()
                .tokens()
                .access()
                .plus(attacker.policy().tokens().leeway())
                .plusSeconds(1));
        attacker.mustAnswer(401, session.send(attacker.wire().me()));
    }

    private static Stream<Trial> trials(Attacker attacker, Session session, List<Forgery> forgeries) {
        Optional<String> cookie = session.credentials().accessCookie();
        String refused = Looks.of(attacker.stranger()
                .send(attacker.wire().me().with("Authorization", "Bearer x.y.z"))
                .response());
        return forgeries.stream()
                .map(forgery -> new Trial("refuses " + forgery.name(), () -> {
                    attempt(attacker, attacker.wire().me().with("Authorization", "Bearer " + forgery.token()), refused);
                    cookie.ifPresent(name -> attempt(
                            attacker, attacker.wire().me().with("Cookie", name + "=" + forgery.token()), refused));
                }));
    }

    private static void attempt(Attacker attacker, Request request, String refused) {
        Exchange answer;
        try {
            answer = attacker.stranger().send(request);
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof MalformedResponseException && isLong(request)) {
                return; // a container may hang up on a header that is too long
            }
            throw e;
        }
        if (isLong(request)) {
            attacker.must(answer.status() >= 400 && answer.status() < 500, "it is refused", answer);
        } else {
            attacker.must(
                    Looks.of(answer.response()).equals(refused),
                    "the one answer to every bad token: " + refused,
                    answer);
        }
    }

    private static boolean isLong(Request request) {
        return request.headers().stream().anyMatch(header -> header.value().length() > MAX_HEADER);
    }
}
