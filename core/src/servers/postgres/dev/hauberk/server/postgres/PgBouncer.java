package dev.hauberk.server.postgres;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A real PgBouncer in transaction mode before a PostgreSQL on loopback: each transaction gets whichever session is free. Debian's
 * package; a test that misses it says so.
 */
public final class PgBouncer implements AutoCloseable {
    private static final Pattern VERSION = Pattern.compile("PgBouncer 1\\.(\\d+)");
    private static final int KNOWS_PREPARED_STATEMENTS = 21;

    private final Process process;
    private final int port;
    private final List<HikariDataSource> pools = new ArrayList<>();

    private PgBouncer(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /**
     * Starts one.
     *
     * @param postgres the port of the server
     * @param sessions how many it has of the server, for all of its clients
     */
    public static PgBouncer start(int postgres, int sessions) throws IOException, InterruptedException {
        Optional<Path> program = Stream.of("/usr/sbin/pgbouncer", "/usr/bin/pgbouncer", "/usr/local/bin/pgbouncer")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
        Assumptions.assumeTrue(program.isPresent(), "skipped: pgbouncer is missing; dev/install-tools.sh brings it");
        int port = freePort();
        Path folder = Files.createTempDirectory("pgbouncer");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        Path users = Files.writeString(folder.resolve("users.txt"), "\"postgres\" \"\"\n");
        Path config = Files.writeString(
                folder.resolve("pgbouncer.ini"),
                String.join(
                        "\n",
                        "[databases]",
                        "postgres = host=127.0.0.1 port=" + postgres,
                        "[pgbouncer]",
                        "listen_addr = 127.0.0.1",
                        "listen_port = " + port,
                        "unix_socket_dir =",
                        "auth_type = trust",
                        "auth_file = " + users,
                        "pool_mode = transaction",
                        "default_pool_size = " + sessions,
                        "max_client_conn = 500",
                        "ignore_startup_parameters = extra_float_digits",
                        // Newer ones can carry a driver's prepared statements along; the strictest does not.
                        minor(program.get()) >= KNOWS_PREPARED_STATEMENTS ? "max_prepared_statements = 0" : "",
                        ""));
        List<String> command = new ArrayList<>(List.of(program.get().toString(), "-q"));
        if (System.getProperty("user.name").equals("root")) {
            command.addAll(List.of("-u", "nobody"));
        }
        command.add(config.toString());
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        PgBouncer bouncer = new PgBouncer(process, port);
        bouncer.awaitListening(folder.resolve("log"));
        return bouncer;
    }

    private void awaitListening(Path log) throws IOException, InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (process.isAlive() && System.nanoTime() < end) {
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                if (socket.isConnected()) {
                    return;
                }
            } catch (IOException e) {
                TimeUnit.MILLISECONDS.sleep(20);
            }
        }
        process.destroy();
        throw new IOException("pgbouncer did not start: " + Files.readString(log));
    }

    private static int minor(Path program) throws IOException {
        Process version = new ProcessBuilder(program.toString(), "--version").start();
        Matcher found = VERSION.matcher(new String(version.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        return found.find() ? Integer.parseInt(found.group(1)) : 0;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** A pool of clients of it, set as docs/stores.md says. */
    public HikariDataSource pool() {
        return pool(20, 0);
    }

    /**
     * A pool of clients of it.
     *
     * @param threshold after how many uses the driver has the server remember a statement; 0 for never, and 5 unless set
     */
    public HikariDataSource pool(int clients, int threshold) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setServerNames(new String[] {"127.0.0.1"});
        source.setPortNumbers(new int[] {port});
        source.setDatabaseName("postgres");
        source.setUser("postgres");
        source.setPrepareThreshold(threshold);
        HikariConfig config = new HikariConfig();
        config.setDataSource(source);
        config.setMaximumPoolSize(clients);
        config.setMinimumIdle(1);
        HikariDataSource pool = new HikariDataSource(config);
        pools.add(pool);
        return pool;
    }

    /** What is left on the sessions that it holds, of which another client's next transaction would see something. */
    public static List<String> residue(HikariDataSource pool) throws SQLException {
        List<String> residue = new ArrayList<>();
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select 'prepared: ' || statement from pg_prepared_statements where from_sql or name like 'S\\_%'"
                                + " union all select 'lock: ' || locktype from pg_locks where locktype = 'advisory'"
                                + " union all select 'listens: ' || c from pg_listening_channels() c"
                                + " union all select 'temporary: ' || relname from pg_class where relpersistence = 't'"
                                + " union all select 'setting: ' || name from pg_settings where source = 'session' and name not in"
                                + " ('client_encoding', 'DateStyle', 'TimeZone', 'application_name', 'extra_float_digits',"
                                + " 'standard_conforming_strings', 'IntervalStyle')")) {
            while (rows.next()) {
                residue.add(rows.getString(1));
            }
        }
        return residue;
    }

    @Override
    public void close() throws InterruptedException {
        pools.forEach(HikariDataSource::close);
        process.destroy();
        process.waitFor();
    }
}
