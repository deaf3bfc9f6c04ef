package dev.hauberk.crypto.token;

import static dev.hauberk.crypto.token.Check.Reason.CLAIMS;
import static dev.hauberk.crypto.token.Check.Reason.EXPIRED;
import static dev.hauberk.crypto.token.Forge.EXP;
import static dev.hauberk.crypto.token.Forge.HEADER;
import static dev.hauberk.crypto.token.Forge.IAT;
import static dev.hauberk.crypto.token.Forge.PAYLOAD;

import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** Tokens whose claims are forged, by somebody who can sign them. */
class ClaimForgeriesTest extends JwtForgeries {
    static Stream<Arguments> forgeries() {
        return Stream.of(times(), audiences(), claims()).flatMap(all -> all);
    }

    private static Stream<Arguments> times() {
        return Stream.of(
                        Stream.of(
                                        "\"" + EXP + "\"",
                                        EXP + ".0",
                                        EXP + ".5",
                                        "1.7640e9",
                                        "-1",
                                        "-" + EXP,
                                        "-0",
                                        "0",
                                        "1e400",
                                        "9223372036854775807",
                                        "9223372036854775808",
                                        "18446744073709551616",
                                        "253402300800",
                                        "0" + EXP,
                                        "+" + EXP,
                                        "0x7fffffff",
                                        "NaN",
                                        "Infinity",
                                        "null",
                                        "true",
                                        "[]",
                                        "[" + EXP + "]",
                                        "{}")
                                .map(exp -> forged("exp " + exp, Forge.payload(":" + EXP, ":" + exp), CLAIMS)),
                        Stream.of("\"" + IAT + "\"", IAT + ".0", "-1", "1e400", "9223372036854775808", "null", "[]")
                                .map(iat -> forged("iat " + iat, Forge.payload(":" + IAT, ":" + iat), CLAIMS)),
                        Stream.of(
                                forged("no exp", Forge.payload(",\"exp\":" + EXP, ""), CLAIMS),
                                forged("no iat", Forge.payload(",\"iat\":" + IAT, ""), CLAIMS),
                                forged("exp before iat", Forge.payload(":" + EXP, ":" + (IAT - 1)), CLAIMS),
                                forged("exp at iat", Forge.payload(":" + EXP, ":" + IAT), CLAIMS),
                                forged("iat in the future", Forge.payload(":" + IAT, ":" + (IAT + 31)), CLAIMS),
                                forged(
                                        "nbf in the future",
                                        Forge.payload("}", ",\"nbf\":" + (IAT + 600) + "}"),
                                        CLAIMS),
                                forged("nbf in the past", Forge.payload("}", ",\"nbf\":" + (IAT - 600) + "}"), CLAIMS),
                                forged(
                                        "expired",
                                        Forge.token(
                                                HEADER,
                                                PAYLOAD.replace(":" + IAT, ":" + (IAT - 900))
                                                        .replace(":" + EXP, ":" + (IAT - 30))),
                                        EXPIRED)))
                .flatMap(all -> all);
    }

    private static Stream<Arguments> audiences() {
        return Stream.of(
                        "\"mail\"",
                        "\"\"",
                        "\"WORKBENCH\"",
                        "\"workbench \"",
                        "[\"workbench\"]",
                        "[\"workbench\",\"mail\"]",
                        "[]",
                        "null",
                        "1",
                        "{\"workbench\":1}")
                .map(aud -> forged("aud " + aud, Forge.payload("\"workbench\"", aud), CLAIMS));
    }

    private static Stream<Arguments> claims() {
        return Stream.of(
                forged("sub twice", Forge.payload("}", ",\"sub\":\"u2\"}"), CLAIMS),
                forged("sub twice, the same", Forge.payload("}", ",\"sub\":\"u1\"}"), CLAIMS),
                forged("sub twice, escaped", Forge.payload("}", ",\"\\u0073ub\":\"u2\"}"), CLAIMS),
                forged("exp twice", Forge.payload("{", "{\"exp\":" + (EXP + 1) + ","), CLAIMS),
                forged("no aud", Forge.payload("\"aud\":\"workbench\",", ""), CLAIMS),
                forged("another iss", Forge.payload("\"hauberk\"", "\"evil\""), CLAIMS),
                forged("a list of iss", Forge.payload("\"hauberk\"", "[\"hauberk\"]"), CLAIMS),
                forged("no iss", Forge.payload("\"iss\":\"hauberk\",", ""), CLAIMS),
                forged("no sub", Forge.payload("\"sub\":\"u1\",", ""), CLAIMS),
                forged("no sid", Forge.payload("\"sid\":\"s1\",", ""), CLAIMS),
                forged("no jti", Forge.payload("\"jti\":\"j1\",", ""), CLAIMS),
                forged("an empty sub", Forge.payload("\"u1\"", "\"\""), CLAIMS),
                forged("a sub of a number", Forge.payload("\"u1\"", "1"), CLAIMS),
                forged("a sub of null", Forge.payload("\"u1\"", "null"), CLAIMS),
                forged("a sub of an object", Forge.payload("\"u1\"", "{\"id\":\"u1\"}"), CLAIMS),
                forged("a sub with a NUL", Forge.payload("\"u1\"", "\"u1\\u0000\""), CLAIMS),
                forged("a sub with a line break", Forge.payload("\"u1\"", "\"u1\\nroot\""), CLAIMS),
                forged("a sub with a line separator", Forge.payload("\"u1\"", "\"u1\\u2028\""), CLAIMS),
                forged("a sub with an invisible space", Forge.payload("\"u1\"", "\"u1\\u200b\""), CLAIMS),
                forged("a sub with half a character", Forge.payload("\"u1\"", "\"u1\\ud800\""), CLAIMS),
                forged("a sub of 257 characters", Forge.payload("\"u1\"", "\"" + "u".repeat(257) + "\""), CLAIMS),
                forged("a sub spelt otherwise", Forge.payload("\"u1\"", "\"\\u00751\""), CLAIMS),
                forged("a claim more", Forge.payload("}", ",\"role\":\"super_admin\"}"), CLAIMS),
                forged(
                        "another order",
                        Forge.payload("\"sub\":\"u1\",\"sid\":\"s1\"", "\"sid\":\"s1\",\"sub\":\"u1\""),
                        CLAIMS),
                forged("a space", Forge.payload("{", "{ "), CLAIMS),
                forged("a byte order mark", Forge.payload("{", "\ufeff{"), CLAIMS),
                forged("more after the object", Forge.payload("}", "}{}"), CLAIMS),
                forged("a comment", Forge.payload("{", "{/**/"), CLAIMS),
                forged("a list", Forge.token(HEADER, "[" + PAYLOAD + "]"), CLAIMS),
                forged("null", Forge.token(HEADER, "null"), CLAIMS),
                forged("nothing", Forge.token(HEADER, ""), CLAIMS),
                forged("text", Forge.token(HEADER, "foo"), CLAIMS));
    }
}
