package dev.hauberk.crypto.rotation;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Optional;

/**
 * The rows of the table of {@link RotationSchema}: how far each column is on its way to a key. Whoever moves one says which fence
 * it was given, so that a node that was thought gone and comes back moves nothing.
 *
 * @param target the id of the key
 */
record Ledger(String target) {
    private static final String COLUMNS =
            "passes, running, reached, total, seen, rewritten, contended, unreadable, refused, fence, leased_until";

    Optional<Standing> find(Connection connection, String place) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "select " + COLUMNS + " from hauberk_rotations where target = ? and place = ?")) {
            statement.setString(1, target);
            statement.setString(2, place);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? Optional.of(standing(rows)) : Optional.empty();
            }
        }
    }

    /** Enters a column. Two nodes that do so at once run into the primary key. */
    void enter(Connection connection, String place) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("insert into hauberk_rotations (" + COLUMNS
                + ", target, place) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            bind(statement, Standing.NEW);
            statement.setString(12, target);
            statement.setString(13, place);
            statement.executeUpdate();
        }
    }

    /**
     * Moves a column on.
     *
     * @param fence of whoever moves it
     * @throws LeaseLostException where somebody else has taken it since
     */
    void move(Connection connection, String place, long fence, Standing to) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("update hauberk_rotations set "
                + COLUMNS.replace(",", " = ?,") + " = ? where target = ? and place = ? and fence = ?")) {
            bind(statement, to);
            statement.setString(12, target);
            statement.setString(13, place);
            statement.setLong(14, fence);
            if (statement.executeUpdate() != 1) {
                throw new LeaseLostException();
            }
        }
    }

    private static void bind(PreparedStatement statement, Standing standing) throws SQLException {
        statement.setLong(1, standing.passes());
        statement.setBoolean(2, standing.running());
        Optional<String> reached = standing.reached().map(RowNames::written);
        if (reached.isPresent()) {
            statement.setString(3, reached.get());
        } else {
            statement.setNull(3, Types.VARCHAR);
        }
        statement.setLong(4, standing.total());
        statement.setLong(5, standing.counts().seen());
        statement.setLong(6, standing.counts().rewritten());
        statement.setLong(7, standing.counts().contended());
        statement.setLong(8, standing.counts().unreadable());
        statement.setLong(9, standing.counts().refused());
        statement.setLong(10, standing.fence());
        statement.setLong(11, standing.leasedUntil());
    }

    private static Standing standing(ResultSet row) throws SQLException {
        Counts counts = new Counts(row.getLong(5), row.getLong(6), row.getLong(7), row.getLong(8), row.getLong(9));
        return new Standing(
                row.getLong(1),
                row.getBoolean(2),
                Optional.ofNullable(row.getString(3)).map(RowNames::read),
                row.getLong(4),
                counts,
                row.getLong(10),
                row.getLong(11));
    }
}
