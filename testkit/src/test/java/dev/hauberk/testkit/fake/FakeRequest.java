package dev.hauberk.testkit.fake;

import dev.hauberk.testkit.http.Bytes;
import dev.hauberk.testkit.http.Header;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A request as it arrived. */
record FakeRequest(String method, String target, List<Header> headers, Bytes body, String peer) {
    Optional<String> header(String name) {
        return all(name).stream().findFirst();
    }

    List<String> all(String name) {
        return headers.stream()
                .filter(header -> header.is(name))
                .map(Header::value)
                .toList();
    }

    String path() {
        int query = target.indexOf('?');
        return query < 0 ? target : target.substring(0, query);
    }

    String query() {
        int query = target.indexOf('?');
        return query < 0 ? "" : target.substring(query + 1);
    }

    /** Every value of a cookie. */
    List<String> cookies(String name) {
        Matcher matcher = Pattern.compile("(?:^|;)\\s*" + Pattern.quote(name) + "=([^;]*)")
                .matcher(String.join("; ", all("Cookie")));
        return matcher.results().map(found -> found.group(1)).toList();
    }

    FakeRequest with(String otherMethod, String otherTarget) {
        return new FakeRequest(otherMethod, otherTarget, headers, body, peer);
    }
}
