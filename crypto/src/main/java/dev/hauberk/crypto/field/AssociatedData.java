package dev.hauberk.crypto.field;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * What is bound to an encrypted value without being stored with it: version, key id, kind, tenant, table, column, row, each after its
 * length in four bytes.
 */
final class AssociatedData {
    private AssociatedData() {}

    static byte[] of(String keyId, String kind, FieldContext context) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (String part : new String[] {
            Envelope.MARK, keyId, kind, context.tenant().id(), context.table(), context.column(), context.row()
        }) {
            byte[] utf8 = part.getBytes(StandardCharsets.UTF_8);
            bytes.write(utf8.length >>> 24);
            bytes.write(utf8.length >>> 16);
            bytes.write(utf8.length >>> 8);
            bytes.write(utf8.length);
            bytes.writeBytes(utf8);
        }
        return bytes.toByteArray();
    }
}
