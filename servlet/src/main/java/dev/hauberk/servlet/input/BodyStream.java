package dev.hauberk.servlet.input;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A body that was read before, or begun, as a stream. */
final class BodyStream extends ServletInputStream {
    private final InputStream body;
    private boolean ended;

    BodyStream(InputStream body) {
        this.body = body;
    }

    @Override
    public int read() throws IOException {
        int octet = body.read();
        ended = octet < 0;
        return octet;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int read = body.read(target, offset, length);
        ended = read < 0;
        return read;
    }

    @Override
    public int available() throws IOException {
        return body.available();
    }

    @Override
    public boolean isFinished() {
        return ended;
    }

    @Override
    public boolean isReady() {
        return true;
    }

    /** What there is can be read at once, so the listener is called at once. */
    @Override
    public void setReadListener(ReadListener listener) {
        try {
            listener.onDataAvailable();
            listener.onAllDataRead();
        } catch (IOException e) {
            listener.onError(e);
        }
    }
}
