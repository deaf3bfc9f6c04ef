package dev.hauberk.ratelimit;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Arrays;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/** Stands between a client and a server on loopback, and is a bad network where it is told to. */
final class FaultyProxy implements AutoCloseable {
    /** What is wrong with it. */
    enum Network {
        GOOD,
        /** Nothing passes, and nothing is lost: as a server that was stopped, or a link that is cut. */
        SILENT,
        /** Requests pass, answers do not. */
        ONE_WAY,
        /** Everything takes half a second more, each way. */
        LATE,
        /** Three of ten packets are sent once more, a fifth of a second later. */
        LOSSY,
        /** Every connection ends, and none is made. */
        RESET
    }

    private static final long HALF_A_SECOND = 500_000_000;
    private static final long SENT_AGAIN = 200_000_000;
    private static final long LOOK_AGAIN = 1_000_000;

    private final ServerSocket server;
    private final int to;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private volatile Network network = Network.GOOD;

    FaultyProxy(int to) {
        try {
            this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.to = to;
        start(this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    void become(Network other) {
        network = other;
        if (other == Network.RESET) {
            sockets.forEach(FaultyProxy::end);
        }
    }

    @Override
    public void close() throws IOException {
        network = Network.RESET;
        server.close();
        sockets.forEach(FaultyProxy::end);
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                if (network == Network.RESET) {
                    end(client);
                } else {
                    connect(client);
                }
            } catch (IOException e) {
                // Closed, or nobody is behind; the next one tries anew.
            }
        }
    }

    private void connect(Socket client) throws IOException {
        sockets.add(client);
        try {
            Socket behind = new Socket(InetAddress.getLoopbackAddress(), to);
            sockets.add(behind);
            client.setTcpNoDelay(true);
            behind.setTcpNoDelay(true);
            start(() -> pass(client, behind, false));
            start(() -> pass(behind, client, true));
        } catch (IOException e) {
            end(client);
            throw e;
        }
    }

    private void pass(Socket from, Socket into, boolean answers) {
        Random random = new Random(42);
        byte[] buffer = new byte[8_192];
        try (InputStream in = from.getInputStream();
                OutputStream out = into.getOutputStream()) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                byte[] packet = Arrays.copyOf(buffer, read);
                travel(answers, random);
                out.write(packet);
                out.flush();
            }
        } catch (IOException e) {
            // One end is gone, and so is the other.
        } finally {
            end(from);
            end(into);
        }
    }

    private void travel(boolean answers, Random random) {
        while (network == Network.SILENT || answers && network == Network.ONE_WAY) {
            LockSupport.parkNanos(LOOK_AGAIN);
        }
        if (network == Network.LATE) {
            LockSupport.parkNanos(HALF_A_SECOND);
        } else if (network == Network.LOSSY && random.nextInt(10) < 3) {
            LockSupport.parkNanos(SENT_AGAIN);
        }
    }

    private void start(Runnable task) {
        Thread thread = new Thread(task, "proxy");
        thread.setDaemon(true);
        thread.start();
    }

    private static void end(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
