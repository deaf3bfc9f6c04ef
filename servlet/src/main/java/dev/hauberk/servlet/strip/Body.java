package dev.hauberk.servlet.strip;

import java.io.IOException;

/** What becomes of the bytes that an application writes. */
interface Body {
    void write(byte[] bytes, int offset, int length) throws IOException;

    void flush() throws IOException;

    /** Nothing comes any more. */
    void finish() throws IOException;
}
