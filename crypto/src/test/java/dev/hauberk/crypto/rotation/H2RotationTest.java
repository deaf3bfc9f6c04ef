package dev.hauberk.crypto.rotation;

import javax.sql.DataSource;

class H2RotationTest extends RotationContract {
    private final DataSource database = Databases.h2();

    @Override
    DataSource database() {
        return database;
    }
}
