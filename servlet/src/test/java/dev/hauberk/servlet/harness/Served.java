package dev.hauberk.servlet.harness;

/** A container that serves; closing it stops it. */
public interface Served extends AutoCloseable {
    /** The port on 127.0.0.1. */
    int port();

    @Override
    void close();

    /** Sends a request to it and reads the whole reply. */
    default Reply get(String path, String... headers) {
        return Wire.send(port(), "GET", path, headers);
    }
}
