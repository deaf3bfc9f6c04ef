package dev.hauberk.identity;

import dev.hauberk.Tenant;
import dev.hauberk.audit.AuditRecord;
import dev.hauberk.audit.AuditTrail;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Accounts in the tables of {@link AccountsSchema}. */
final class JdbcAccounts implements Accounts {
    private final Transactions transactions;
    private final AuditTrail audit;

    JdbcAccounts(Transactions transactions, AuditTrail audit) {
        this.transactions = transactions;
        this.audit = audit;
    }

    @Override
    public Optional<Account> bySignInName(SignInName name) {
        return transactions.read(connection -> AccountRows.byName(connection, name.text()));
    }

    @Override
    public Optional<Account> byId(String id) {
        return transactions.read(connection -> AccountRows.byId(connection, id));
    }

    @Override
    public List<Account> of(Tenant tenant) {
        return transactions.read(connection -> AccountRows.of(connection, tenant.id()));
    }

    @Override
    public List<Account> all() {
        return transactions.read(AccountRows::all);
    }

    @Override
    public boolean add(Account account, AuditRecord record) {
        return transactions.writeUnlessTaken(connection -> {
            AccountRows.insert(connection, account);
            insertRoles(connection, account.id(), account.roles());
            audit.append(record);
            return true;
        });
    }

    @Override
    public boolean savePassword(String id, long version, String hash, AuditRecord record) {
        return transactions.write(connection -> {
            boolean saved = update(
                    connection,
                    "update hauberk_accounts set password_hash = ?, version = version + 1 where id = ? and version = ? and active",
                    hash,
                    id,
                    version);
            return recorded(saved, record);
        });
    }

    @Override
    public boolean rehash(String id, String before, String after) {
        return transactions.write(connection -> update(
                connection,
                "update hauberk_accounts set password_hash = ? where id = ? and password_hash = ? and active",
                after,
                id,
                before));
    }

    @Override
    public boolean changeRoles(String id, long version, Set<String> roles, AuditRecord record) {
        return transactions.write(connection -> {
            boolean changed = update(
                    connection,
                    "update hauberk_accounts set version = version + 1 where id = ? and version = ? and active",
                    id,
                    version);
            if (changed) {
                deleteRoles(connection, id);
                insertRoles(connection, id, roles);
            }
            return recorded(changed, record);
        });
    }

    @Override
    public void terminate(String id, AuditRecord record) {
        boolean unused = transactions.write(connection -> {
            boolean ended = update(
                    connection,
                    "update hauberk_accounts set active = false, name_in_use = null, password_hash = null, "
                            + "version = version + 1 where id = ? and active",
                    id);
            if (ended) {
                deleteRoles(connection, id);
            }
            return recorded(ended, record);
        });
    }

    private boolean recorded(boolean changed, AuditRecord record) {
        if (changed) {
            audit.append(record);
        }
        return changed;
    }

    private static void deleteRoles(Connection connection, String account) throws SQLException {
        boolean unused = update(connection, "delete from hauberk_account_roles where account = ?", account);
    }

    private static void insertRoles(Connection connection, String account, Set<String> roles) throws SQLException {
        for (String role : roles) {
            boolean unused = update(
                    connection, "insert into hauberk_account_roles (account, role) values (?, ?)", account, role);
        }
    }

    private static boolean update(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            return statement.executeUpdate() > 0;
        }
    }
}
