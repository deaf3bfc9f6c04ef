package dev.hauberk.example.mail;

import dev.hauberk.Tenant;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/** The messages in the database: no statement here is without the tenant. */
final class JdbcMessages implements Messages {
    private final DataSource database;

    JdbcMessages(DataSource database) {
        this.database = database;
    }

    void install() throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement create = connection.prepareStatement("""
                        create table if not exists messages (
                            id varchar(36) primary key,
                            tenant varchar(100) not null,
                            subject varchar(200) not null,
                            text varchar(20000) not null)""")) {
            create.execute();
        }
    }

    @Override
    public List<Message> of(Tenant tenant) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "select id, subject, text from messages where tenant = ? order by id")) {
            select.setString(1, tenant.id());
            List<Message> found = new ArrayList<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    found.add(new Message(rows.getString(1), rows.getString(2), rows.getString(3)));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException("messages could not be read", e);
        }
    }

    @Override
    public Message add(Tenant tenant, String subject, String text) {
        Message message = new Message(UUID.randomUUID().toString(), subject, text);
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(
                        "insert into messages (id, tenant, subject, text) values (?, ?, ?, ?)")) {
            insert.setString(1, message.id());
            insert.setString(2, tenant.id());
            insert.setString(3, subject);
            insert.setString(4, text);
            insert.executeUpdate();
            return message;
        } catch (SQLException e) {
            throw new IllegalStateException("a message could not be saved", e);
        }
    }
}
