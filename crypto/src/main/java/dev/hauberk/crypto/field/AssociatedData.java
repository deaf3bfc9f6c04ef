package dev.hauberk.crypto.field;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * What is bound to an encrypted value without being stored with it: version, key id, table, column, kind, tenant, row, in UTF-8, each
 * after its length in two bytes. The first four are the same for all values of a key.
 */
final class AssociatedData {
    private final byte[] constant;

    AssociatedData(String keyId, String table, String column) {
        byte[] joined = new byte[0];
        for (String part : new String[] {Envelope.MARK, keyId, table, column}) {
            byte[] utf8 = utf8(part);
            int at = joined.length;
            joined = Arrays.copyOf(joined, at + Short.BYTES + utf8.length);
            put(joined, at, utf8);
        }
        constant = joined;
    }

    /** All of it, for one value. */
    byte[] with(String kind, FieldContext context) {
        byte[] kindBytes = utf8(kind);
        byte[] tenant = utf8(context.tenant().id());
        byte[] row = utf8(context.row());
        int length = constant.length + 3 * Short.BYTES + kindBytes.length + tenant.length + row.length;
        byte[] bytes = Arrays.copyOf(constant, length);
        put(bytes, put(bytes, put(bytes, constant.length, kindBytes), tenant), row);
        return bytes;
    }

    private static int put(byte[] into, int at, byte[] part) {
        into[at] = (byte) (part.length >>> Byte.SIZE);
        into[at + 1] = (byte) part.length;
        System.arraycopy(part, 0, into, at + Short.BYTES, part.length);
        return at + Short.BYTES + part.length;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
