package dev.hauberk.testkit.attack.authn;

import dev.hauberk.testkit.target.TokenKey;
import dev.hauberk.testkit.wire.Jwt;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** Forges tokens with the key that signs real ones: what another service with the same key, or a mistake, might make. */
final class SignedForgeries {
    private static final List<String> TIMES =
            List.of("\"2000000000\"", "2000000000.5", "-1", "1e400", "9223372036854775808", "null", "[]", "0");

    private final Jwt real;
    private final TokenKey key;
    private final List<Forgery> forged = new ArrayList<>();

    private SignedForgeries(Jwt real, TokenKey key) {
        this.real = real;
        this.key = key;
    }

    static List<Forgery> of(Jwt real, TokenKey key) {
        SignedForgeries forgeries = new SignedForgeries(real, key);
        forgeries.times();
        forgeries.parties();
        forgeries.headers();
        return forgeries.forged;
    }

    private void times() {
        TIMES.forEach(raw -> add("exp " + raw, claims("exp", raw)));
        for (String name : List.of("exp", "iat", "sub", "sid", "aud", "iss", "jti")) {
            ObjectNode claims = real.claims();
            claims.remove(name);
            add("no " + name, claims.toString());
        }
        add("iat in the future", claims("iat", "99999999999"));
        add("nbf in the future", claims("nbf", "99999999999"));
    }

    private void parties() {
        add("another aud", claims("aud", "\"other\""));
        add("two aud", claims("aud", "[\"other\",\"else\"]"));
        add("another iss", claims("iss", "\"other\""));
        add("sub with a NUL", claims("sub", "\"" + real.claims().path("sub").asString("") + "\\u0000\""));
        add("sub null", claims("sub", "null"));
        add("sub a list", claims("sub", "[\"x\"]"));
        add("another sub for the session", claims("sub", "\"other\""));
        add("a session that there is not", claims("sid", "\"other\""));
        String text = real.claims().toString();
        add("sub twice", "{\"sub\":\"other\"," + text.substring(1));
        add("text behind the claims", text + " {}");
    }

    private void headers() {
        String claims = real.claims().toString();
        for (String typ : List.of("\"JWT\"", "\"rt+jwt\"", "null")) {
            sign("typ " + typ, header("typ", typ), claims, "HmacSHA256");
        }
        sign("no typ", without("typ"), claims, "HmacSHA256");
        sign("HS384 by the same key", header("alg", "\"HS384\""), claims, "HmacSHA384");
        sign("HS512 by the same key", header("alg", "\"HS512\""), claims, "HmacSHA512");
        sign("alg RS256 by the same key", header("alg", "\"RS256\""), claims, "HmacSHA256");
        sign("crit exp", header("crit", "[\"exp\"]"), claims, "HmacSHA256");
        sign("b64 false", header("b64", "false"), claims, "HmacSHA256");
        sign("zip", header("zip", "\"DEF\""), claims, "HmacSHA256");
        sign("a kid that there is not", header("kid", "\"other\""), claims, "HmacSHA256");
    }

    private void add(String name, String claims) {
        sign(name, real.headerJson().toString(), claims, "HmacSHA256");
    }

    private void sign(String name, String header, String claims, String algorithm) {
        forged.add(new Forgery(
                name + ", well signed",
                Jwt.signed(header, claims, algorithm, key.secret().toArray()).text()));
    }

    private String claims(String name, String raw) {
        return replaced(real.claims(), name, raw);
    }

    private String header(String name, String raw) {
        return replaced(real.headerJson(), name, raw);
    }

    private String without(String name) {
        ObjectNode header = real.headerJson();
        header.remove(name);
        return header.toString();
    }

    private static String replaced(ObjectNode object, String name, String raw) {
        object.remove(name);
        return "{\"" + name + "\":" + raw + (object.isEmpty() ? "" : ",")
                + object.toString().substring(1);
    }
}
