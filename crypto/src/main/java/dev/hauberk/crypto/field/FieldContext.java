package dev.hauberk.crypto.field;

import dev.hauberk.Tenant;

/**
 * The place of a value. It is bound to the value when that is encrypted, so that what was moved to another place does not open.
 *
 * <p>Names are compared as they are, never folded or trimmed: whoever writes {@code Users} once and {@code users} later has named
 * two tables. A row's key is one that the row keeps for life and that nobody else gets after it, such as a UUID which the
 * application assigns before the insert.
 *
 * @param tenant whose value it is
 * @param table the table, not blank
 * @param column the column, not blank
 * @param row the key of the row, not blank; of a key of several parts, all of them, joined so that no two keys read alike
 */
public record FieldContext(Tenant tenant, String table, String column, String row) {
    /**
     * @throws IllegalArgumentException where a name is blank, holds a control character or an unpaired surrogate, or is longer than
     *     1,000 characters; the message holds none of it
     */
    public FieldContext {
        Names.check("a tenant's id", tenant.id());
        Names.check("a table", table);
        Names.check("a column", column);
        Names.check("a row's key", row);
    }
}
