package dev.hauberk.jpa;

import dev.hauberk.Tenant;
import dev.hauberk.crypto.field.FieldCipher;
import dev.hauberk.crypto.field.FieldContext;

/**
 * What encrypts the values of one column, and opens them.
 *
 * @param cipher the cipher
 * @param kind how its values become bytes
 * @param table the table that they are bound to
 * @param column the column that they are bound to
 * @param row tells the row of an entity
 */
record SealedColumn(FieldCipher cipher, Kind<?> kind, String table, String column, RowReader row) {
    /** Where the value of an entity is stored. */
    FieldContext place(Object entity) {
        return at(row.tenant(entity), row.key(entity));
    }

    /** Where the value of a row is stored. */
    FieldContext at(Tenant tenant, String key) {
        return new FieldContext(tenant, table, column, key);
    }

    String seal(Object value, FieldContext place) {
        return seal(kind, value, place);
    }

    Object open(String envelope, FieldContext place) {
        return open(kind, envelope, place);
    }

    private <T> String seal(Kind<T> how, Object value, FieldContext place) {
        return cipher.encrypt(how.in().apply(value), how.codec(), place);
    }

    private <T> Object open(Kind<T> how, String envelope, FieldContext place) {
        return how.out().apply(cipher.decrypt(envelope, how.codec(), place));
    }
}
