package dev.hauberk.servlet.strip;

/** Bytes that do not leave, because something else was answered in their place. */
record DroppedBody() implements Body {
    @Override
    public void write(byte[] bytes, int offset, int length) {}

    @Override
    public void flush() {}

    @Override
    public void finish() {}
}
