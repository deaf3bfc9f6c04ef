package dev.hauberk.identity;

import dev.hauberk.Tenant;
import dev.hauberk.audit.AuditRecord;
import dev.hauberk.audit.AuditTrail;
import dev.hauberk.store.jdbc.RefusedException;
import dev.hauberk.store.jdbc.Transactions;
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
        Appending appending = new Appending(record);
        try {
            return transactions.run(connection -> {
                AccountRows.insert(connection, account);
                insertRoles(connection, account.id(), account.roles());
                return appending.after(true);
            });
        } catch (RefusedException e) {
            if (e.isDuplicate()) {
                return false;
            }
            throw e;
        }
    }

    @Override
    public boolean savePassword(String id, long version, String hash, AuditRecord record) {
        Appending appending = new Appending(record);
        return transactions.run(connection -> {
            boolean saved = update(
                    connection,
                    "update hauberk_accounts set password_hash = ?, version = version + 1 where id = ? and version = ? and active",
                    hash,
                    id,
                    version);
            return appending.after(saved);
        });
    }

    @Override
    public boolean rehash(String id, String before, String after) {
        return transactions.run(connection -> update(
                connection,
                "update hauberk_accounts set password_hash = ? where id = ? and password_hash = ? and active",
                after,
                id,
                before));
    }

    @Override
    public boolean changeRoles(String id, long version, Set<String> roles, AuditRecord record) {
        Appending appending = new Appending(record);
        return transactions.run(connection -> {
            boolean changed = update(
                    connection,
                    "update hauberk_accounts set version = version + 1 where id = ? and version = ? and active",
                    id,
                    version);
            if (changed) {
                deleteRoles(connection, id);
                insertRoles(connection, id, roles);
            }
            return appending.after(changed);
        });
    }

    @Override
    public void terminate(String id, AuditRecord record) {
        Appending appending = new Appending(record);
        boolean unused = transactions.run(connection -> {
            boolean ended = update(
                    connection,
                    "update hauberk_accounts set active = false, name_in_use = null, password_hash = null, "
                            + "version = version + 1 where id = ? and active",
                    id);
            if (ended) {
                deleteRoles(connection, id);
            }
            return appending.after(ended);
        });
    }

    /** Appends a record with the change that it is of: once, however often the database has the change done. */
    private final class Appending {
        private final AuditRecord record;
        private boolean appended;

        Appending(AuditRecord record) {
            this.record = record;
        }

        boolean after(boolean changed) {
            if (changed && !appended) {
                audit.append(record);
                appended = true;
            }
            return changed;
        }
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
