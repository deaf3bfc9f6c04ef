package dev.hauberk.key.aws;

import com.sun.net.httpserver.Headers;
import dev.hauberk.key.Hmac;
import dev.hauberk.key.Secret;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Checks the signature of a request as AWS does (Signature Version 4), for requests to the path / without a query. */
record SigV4(String accessKeyId, String secretAccessKey, String service) {
    private static final Pattern AUTHORIZATION =
            Pattern.compile("AWS4-HMAC-SHA256 Credential=([^/]+)/(\\d{8})/([a-z0-9-]+)/([a-z]+)/aws4_request, "
                    + "SignedHeaders=([a-z0-9;-]+), Signature=([0-9a-f]{64})");

    boolean isSigned(Headers headers, byte[] body) {
        Matcher parts = AUTHORIZATION.matcher(String.valueOf(headers.getFirst("Authorization")));
        if (!parts.matches()
                || !parts.group(1).equals(accessKeyId)
                || !parts.group(4).equals(service)
                || !parts.group(5).contains("host")) {
            return false;
        }
        String scope = parts.group(2) + "/" + parts.group(3) + "/" + service + "/aws4_request";
        String signed = "AWS4-HMAC-SHA256\n" + headers.getFirst("X-Amz-Date") + "\n" + scope + "\n"
                + sha256(canonical(headers, parts.group(5), body).getBytes(StandardCharsets.UTF_8));
        byte[] key = ("AWS4" + secretAccessKey).getBytes(StandardCharsets.UTF_8);
        for (String part : scope.split("/")) {
            key = hmac(key, part);
        }
        return HexFormat.of().formatHex(hmac(key, signed)).equals(parts.group(6));
    }

    private static String canonical(Headers headers, String names, byte[] body) {
        StringBuilder canonical = new StringBuilder("POST\n/\n\n");
        for (String name : names.split(";")) {
            canonical
                    .append(name)
                    .append(':')
                    .append(headers.getFirst(name).strip())
                    .append('\n');
        }
        return canonical
                .append('\n')
                .append(names)
                .append('\n')
                .append(sha256(body))
                .toString();
    }

    private static byte[] hmac(byte[] key, String text) {
        return Hmac.of(Secret.of(key)).tag(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
