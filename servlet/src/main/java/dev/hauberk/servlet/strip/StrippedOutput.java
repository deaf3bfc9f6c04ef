package dev.hauberk.servlet.strip;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;

/** The stream that an application writes to. */
final class StrippedOutput extends ServletOutputStream {
    private final StrippedResponse response;

    StrippedOutput(StrippedResponse response) {
        this.response = response;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        if (length > 0) {
            response.body().write(bytes, offset, length);
        }
    }

    @Override
    public void flush() throws IOException {
        response.flushBody();
    }

    @Override
    public void close() throws IOException {
        response.finish();
    }

    @Override
    public boolean isReady() {
        return response.stream().isReady();
    }

    @Override
    public void setWriteListener(WriteListener listener) {
        response.stream().setWriteListener(listener);
    }
}
