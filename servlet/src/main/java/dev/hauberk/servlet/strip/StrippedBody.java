package dev.hauberk.servlet.strip;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import tools.jackson.core.JacksonException;

/**
 * JSON that leaves without its sensitive members. The first 64 KB are held back, so that a document which turns out to be none is
 * replaced; what is broken later ends the connection.
 */
final class StrippedBody implements Body {
    private static final int HELD = 64 * 1024;

    private final Target target;
    private final ByteArrayOutputStream pending = new ByteArrayOutputStream();
    private final JsonStripper stripper;
    private boolean started;
    private boolean broken;

    /** Where a stripped document goes. */
    interface Target {
        /** The response's own stream. */
        OutputStream stream() throws IOException;

        /** The whole document is this long. */
        void length(int bytes);

        /** Nothing left yet: something else is to be answered. */
        void replace(String why) throws IOException;
    }

    StrippedBody(FieldNames names, Target target) {
        this.target = target;
        this.stripper = new JsonStripper(names, pending);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        if (broken) {
            throw new IOException("the response was ended: its document is broken");
        }
        try {
            stripper.feed(bytes, offset, length);
        } catch (JacksonException e) {
            fail();
            return;
        }
        if (started || pending.size() > HELD) {
            send();
        }
    }

    @Override
    public void flush() throws IOException {
        // Before the first 64 KB are complete nothing may commit the response.
        if (started && !broken) {
            stripper.flush();
            send();
            target.stream().flush();
        }
    }

    @Override
    public void finish() throws IOException {
        if (broken) {
            throw new IOException("the response was ended: its document is broken");
        }
        try {
            stripper.finish();
        } catch (JacksonException e) {
            fail();
            return;
        }
        if (!started) {
            target.length(pending.size());
        }
        send();
    }

    /** One write for each of the application's, since it asked once whether the stream is ready. */
    private void send() throws IOException {
        if (pending.size() > 0) {
            started = true;
            target.stream().write(pending.toByteArray());
            pending.reset();
        }
    }

    private void fail() throws IOException {
        if (started) {
            broken = true;
            throw new IOException("the response was ended: its document is broken");
        }
        target.replace("it is no JSON");
    }
}
