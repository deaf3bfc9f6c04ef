package dev.hauberk.jpa;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.hibernate.StatelessSession;
import org.hibernate.boot.MetadataSources;
import org.hibernate.boot.registry.BootstrapServiceRegistryBuilder;
import org.hibernate.boot.registry.StandardServiceRegistry;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.hibernate.integrator.spi.Integrator;

/** Hibernate on a database of its own, with every statement seen. */
final class Hibernate implements AutoCloseable {
    final Statements statements = new Statements();
    final SessionFactory factory;
    private final StandardServiceRegistry registry;
    private final DataSource source;

    private Hibernate(
            DataSource source,
            List<? extends Integrator> integrators,
            Map<String, Object> settings,
            Class<?>... types) {
        this.source = source;
        BootstrapServiceRegistryBuilder bootstrap = new BootstrapServiceRegistryBuilder();
        integrators.forEach(bootstrap::applyIntegrator);
        Map<String, Object> all = new HashMap<>(Map.of(
                "hibernate.connection.datasource",
                source,
                "hibernate.hbm2ddl.auto",
                "create-drop",
                "hibernate.cache.use_second_level_cache",
                "false",
                "hibernate.session_factory.statement_inspector",
                statements));
        all.putAll(settings);
        registry = new StandardServiceRegistryBuilder(bootstrap.build())
                .applySettings(all)
                .build();
        try {
            factory = new MetadataSources(registry)
                    .addAnnotatedClasses(types)
                    .buildMetadata()
                    .buildSessionFactory();
        } catch (RuntimeException e) {
            StandardServiceRegistryBuilder.destroy(registry);
            throw e;
        }
    }

    static Hibernate start(Engine engine, EncryptedEntities entities, Class<?>... types) {
        return start(engine.empty(), entities, Map.of(), types);
    }

    static Hibernate start(
            DataSource source, EncryptedEntities entities, Map<String, Object> settings, Class<?>... types) {
        return new Hibernate(source, List.of(entities), settings, types);
    }

    /** Hibernate in which nothing of ours is installed. */
    static Hibernate without(Engine engine, Class<?>... types) {
        return new Hibernate(engine.empty(), List.of(), Map.of(), types);
    }

    <T> T get(Function<Session, T> work) {
        return factory.fromTransaction(work);
    }

    void run(Consumer<Session> work) {
        factory.inTransaction(work);
    }

    <T> T stateless(Function<StatelessSession, T> work) {
        return factory.fromStatelessTransaction(work);
    }

    /** The first column of a query, without Hibernate. */
    List<String> column(String sql) {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    int change(String sql) {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        factory.close();
        StandardServiceRegistryBuilder.destroy(registry);
    }
}
