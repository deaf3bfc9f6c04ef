package dev.hauberk.servlet.log;

import dev.hauberk.Caller;
import dev.hauberk.ClientAddress;
import dev.hauberk.Tenant;
import dev.hauberk.json.JsonWriter;
import dev.hauberk.redact.Redactor;
import dev.hauberk.servlet.exchange.Exchange;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The line of a request. Every text of a client is redacted first and cut then, so that no half of an address stays; the cuts
 * keep the line below 8 KB even where each character becomes an escape of six bytes.
 */
final class RequestLine {
    private static final int PATH = 700;
    private static final int AGENT = 160;
    private static final int WORD = 64;

    private final Redactor redactor;

    RequestLine(Redactor redactor) {
        this.redactor = redactor;
    }

    String of(
            Exchange exchange,
            Instant began,
            Duration took,
            String method,
            int status,
            boolean failed,
            @Nullable String agent) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("time", began.truncatedTo(ChronoUnit.MILLIS).toString());
        members.put(
                "level", status >= 500 || failed ? "error" : exchange.refusal().isPresent() ? "warn" : "info");
        members.put("event", "request");
        members.put("id", exchange.requestId());
        members.put("method", clean(method, WORD));
        members.put("path", clean(exchange.path(), PATH));
        members.put("status", status);
        members.put("ms", took.toMillis());
        addCaller(exchange.caller(), members);
        addDecision(exchange, members);
        members.put("network", network(exchange.address()));
        if (agent != null) {
            members.put("agent", clean(agent, AGENT));
        }
        return JsonWriter.write(members);
    }

    private void addCaller(Caller caller, Map<String, Object> members) {
        caller.user().ifPresent(user -> members.put("user", clean(user, WORD)));
        caller.tenant().map(Tenant::id).ifPresent(tenant -> members.put("tenant", clean(tenant, WORD)));
    }

    private void addDecision(Exchange exchange, Map<String, Object> members) {
        exchange.route().ifPresent(route -> {
            members.put("route", cut(route.path(), WORD * 2));
            members.put("rule", cut(route.place().toString(), WORD * 2));
        });
        exchange.refusal().ifPresent(denied -> {
            members.put("refused", denied.control().id());
            members.put("reason", denied.reason().code());
        });
        if (!exchange.shadowed().isEmpty()) {
            members.put(
                    "shadowed",
                    exchange.shadowed().stream()
                            .map(denied -> denied.control().id())
                            .distinct()
                            .limit(16)
                            .toList());
        }
    }

    private String clean(String text, int most) {
        return cut(redactor.redact(text), most);
    }

    private static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most) + "\u2026";
    }

    /** The network of an address: enough to see where a flood comes from, too little to tell one person from another. */
    private static String network(ClientAddress address) {
        byte[] bytes = address.bytes();
        int kept = address.isV4() ? 3 : 6;
        Arrays.fill(bytes, kept, bytes.length, (byte) 0);
        return ClientAddress.ofBytes(bytes).text() + "/" + kept * Byte.SIZE;
    }
}
