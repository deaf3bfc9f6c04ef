package dev.hauberk.servlet.strip;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.Charset;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A writer that asks for its encoding when the first character comes, since the type of the content may be set until then. */
final class LateWriter extends Writer {
    private final OutputStream out;
    private final Supplier<Charset> charset;
    private @Nullable Writer encoder;

    LateWriter(OutputStream out, Supplier<Charset> charset) {
        this.out = out;
        this.charset = charset;
    }

    @Override
    public void write(char[] characters, int offset, int length) throws IOException {
        if (encoder == null) {
            encoder = new OutputStreamWriter(out, charset.get());
        }
        encoder.write(characters, offset, length);
    }

    /** Drops what was written and has not left yet. */
    void forget() {
        encoder = null;
    }

    @Override
    public void flush() throws IOException {
        if (encoder != null) {
            encoder.flush();
        }
    }

    @Override
    public void close() throws IOException {
        flush();
        out.close();
    }
}
