package dev.hauberk.crypto.rotation;

import javax.sql.DataSource;

class H2EnvelopeScanTest extends EnvelopeScanContract {
    private final DataSource database = Databases.h2();

    @Override
    DataSource database() {
        return database;
    }

    @Override
    String binary() {
        return "varbinary(1000)";
    }

    @Override
    String largeBinary() {
        return "blob";
    }

    @Override
    String asJson() {
        return "? format json";
    }
}
