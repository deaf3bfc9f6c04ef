package dev.hauberk.identity;

import dev.hauberk.Tenant;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads and inserts rows of accounts. An account and its roles are read by one statement, and so at one moment. */
final class AccountRows {
    private static final String SELECT = "select a.id, a.tenant, a.name, a.password_hash, a.active, a.version, r.role"
            + " from hauberk_accounts a left join hauberk_account_roles r on r.account = a.id";

    private AccountRows() {}

    static Optional<Account> byName(Connection connection, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(SELECT + " where a.name_in_use = ?")) {
            statement.setString(1, name);
            return read(statement).stream().findFirst();
        }
    }

    static Optional<Account> byId(Connection connection, String id) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(SELECT + " where a.id = ?")) {
            statement.setString(1, id);
            return read(statement).stream().findFirst();
        }
    }

    static List<Account> of(Connection connection, String tenant) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(SELECT + " where a.tenant = ?")) {
            statement.setString(1, tenant);
            return read(statement);
        }
    }

    static List<Account> all(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(SELECT)) {
            return read(statement);
        }
    }

    static void insert(Connection connection, Account account) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("insert into hauberk_accounts"
                + " (id, tenant, name, name_in_use, password_hash, active, version) values (?, ?, ?, ?, ?, ?, ?)")) {
            String name = account.name().text();
            statement.setString(1, account.id());
            statement.setString(2, account.tenant().id());
            statement.setString(3, name);
            setText(statement, 4, account.active() ? Optional.of(name) : Optional.empty());
            setText(statement, 5, account.passwordHash());
            statement.setBoolean(6, account.active());
            statement.setLong(7, account.version());
            statement.executeUpdate();
        }
    }

    private static void setText(PreparedStatement statement, int index, Optional<String> text) throws SQLException {
        if (text.isPresent()) {
            statement.setString(index, text.get());
        } else {
            statement.setNull(index, Types.VARCHAR);
        }
    }

    /** In the order of the ids as Java compares them, since a database's own order depends on its collation. */
    private static List<Account> read(PreparedStatement statement) throws SQLException {
        Map<String, Account> accounts = new HashMap<>();
        Map<String, Set<String>> roles = new HashMap<>();
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                Account account = account(rows);
                accounts.put(account.id(), account);
                Set<String> held = roles.computeIfAbsent(account.id(), id -> new HashSet<>());
                Optional.ofNullable(rows.getString(7)).ifPresent(held::add);
            }
        }
        return accounts.values().stream()
                .map(account -> with(account, roles.getOrDefault(account.id(), Set.of())))
                .sorted(Comparator.comparing(Account::id))
                .toList();
    }

    private static Account account(ResultSet row) throws SQLException {
        return new Account(
                row.getString(1),
                new Tenant(row.getString(2)),
                SignInName.of(row.getString(3)),
                Set.of(),
                Optional.ofNullable(row.getString(4)),
                row.getBoolean(5),
                row.getLong(6));
    }

    private static Account with(Account account, Set<String> roles) {
        return new Account(
                account.id(),
                account.tenant(),
                account.name(),
                roles,
                account.passwordHash(),
                account.active(),
                account.version());
    }
}
