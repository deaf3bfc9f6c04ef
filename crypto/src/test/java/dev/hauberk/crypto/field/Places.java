package dev.hauberk.crypto.field;

import dev.hauberk.Tenant;
import dev.hauberk.key.KeyRing;
import dev.hauberk.key.Purpose;
import dev.hauberk.key.Secret;
import java.util.Arrays;
import java.util.List;

/** The place that tests encrypt for, those around it, and what an attacker who has the keys derives by himself from the documents. */
final class Places {
    static final FieldContext HERE = place("acme", "users", "email", "7");

    /** Each differs from {@link #HERE} in one thing, or says the same letters with the borders elsewhere. */
    static final List<FieldContext> ELSEWHERE = List.of(
            place("acmf", "users", "email", "7"),
            place("acme", "user", "email", "7"),
            place("acme", "users", "phone", "7"),
            place("acme", "users", "email", "8"),
            place("acme", "usersemail", "email", "7"),
            place("acme", "user", "semail", "7"),
            place("acmeu", "sers", "email", "7"),
            place("acme", "users", "email7", "7"),
            place("ACME", "users", "email", "7"),
            place("acme", "Users", "email", "7"),
            place("acme", "users", "email", " 7"),
            place("7", "users", "email", "acme"),
            place("acme", "email", "users", "7"));

    private Places() {}

    static FieldContext place(String tenant, String table, String column, String row) {
        return new FieldContext(new Tenant(tenant), table, column, row);
    }

    /** The AES key of {@link #HERE}, or its commitment, derived as docs/field-encryption.md says. */
    static byte[] derived(KeyRing ring, String what) {
        KeyRing.Key key = ring.primary(Purpose.FIELDS);
        Secret column = key.derive("13:hauberk/field5:users5:email");
        return new KeyRing.Key("any", key.created(), key.state(), column)
                .derive(what)
                .use(bytes -> bytes);
    }

    static byte[] joined(byte[]... parts) {
        byte[] all = new byte[0];
        for (byte[] part : parts) {
            all = Arrays.copyOf(all, all.length + part.length);
            System.arraycopy(part, 0, all, all.length - part.length, part.length);
        }
        return all;
    }
}
