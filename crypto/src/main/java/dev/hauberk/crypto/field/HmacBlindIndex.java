package dev.hauberk.crypto.field;

import dev.hauberk.Tenant;
import dev.hauberk.key.Hmac;
import dev.hauberk.key.KeyRing;
import dev.hauberk.key.Purpose;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;

/** A {@link BlindIndex} by HMAC-SHA-256. */
@NullUnmarked
final class HmacBlindIndex implements BlindIndex {
    static final int WHOLE = 256;
    private static final int FEWEST = 8;

    private final KeyRing keys;
    private final String label;
    private final Normaliser normaliser;
    private final int bits;

    HmacBlindIndex(KeyRing keys, String table, String column, Normaliser normaliser, int bits) {
        Names.check("a table", table);
        Names.check("a column", column);
        if (bits < FEWEST || bits > WHOLE) {
            throw new IllegalArgumentException("a blind index has 8 to 256 bits");
        }
        this.keys = keys;
        this.label = Names.joined("hauberk/blind-index", table, column);
        this.normaliser = normaliser;
        this.bits = bits;
    }

    @Override
    public String of(String value, Tenant tenant) {
        return value == null ? null : under(keys.primary(Purpose.BLIND_INDEXES), message(value, tenant));
    }

    @Override
    public List<String> lookups(String value, Tenant tenant) {
        if (value == null) {
            return List.of();
        }
        byte[] message = message(value, tenant);
        return keys.usable(Purpose.BLIND_INDEXES).stream()
                .map(key -> under(key, message))
                .toList();
    }

    @Override
    public boolean isStale(String stored) {
        return !stored.startsWith(keys.primary(Purpose.BLIND_INDEXES).id() + ".");
    }

    private String under(KeyRing.Key key, byte[] message) {
        byte[] tag = Hmac.of(key.derive(label)).tag(message);
        byte[] cut = Arrays.copyOf(tag, (bits + 7) / 8);
        cut[cut.length - 1] &= (byte) (0xff << (cut.length * 8 - bits));
        return key.id() + "." + CanonicalBase64.encode(cut);
    }

    /** The tenant after its length, then the value: no other tenant and value read alike. */
    private byte[] message(String value, Tenant tenant) {
        Names.check("a tenant's id", tenant.id());
        byte[] scope = TextCodec.INSTANCE.encode(Names.joined(tenant.id()));
        byte[] text = TextCodec.INSTANCE.encode(normaliser.normalise(value));
        byte[] message = Arrays.copyOf(scope, scope.length + text.length);
        System.arraycopy(text, 0, message, scope.length, text.length);
        return message;
    }
}
