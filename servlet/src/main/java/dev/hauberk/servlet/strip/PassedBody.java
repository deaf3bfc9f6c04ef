package dev.hauberk.servlet.strip;

import jakarta.servlet.ServletOutputStream;
import java.io.IOException;

/** Bytes that leave as they are. */
record PassedBody(ServletOutputStream out) implements Body {
    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        out.write(bytes, offset, length);
    }

    @Override
    public void flush() throws IOException {
        out.flush();
    }

    @Override
    public void finish() {}
}
