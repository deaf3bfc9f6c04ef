package dev.hauberk.identity;

import dev.hauberk.audit.AuditTrail;
import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

class H2AccountsTest extends AccountsContract {
    @Override
    Accounts empty(AuditTrail audit) {
        DataSource database = database();
        AccountsSchema.install(database);
        return Accounts.jdbc(database, audit);
    }

    /** An empty database, gone with the process. */
    static DataSource database() {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        return database;
    }
}
