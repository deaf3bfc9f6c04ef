package dev.hauberk.crypto.password;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Looks hashes up in a sorted file, by halving it: some 35 short reads for a billion lines. What is read is checked, so a file that
 * is none of this kind gives no answer. It is not mapped into memory: a file that is cut short while it is mapped ends the process.
 *
 * @param file the file
 */
record FileBreachCheck(Path file) implements BreachCheck {
    /** What a line has at most: 40 digits, a colon, a count, and an end. */
    private static final int LONGEST_LINE = 64;

    private static final Pattern LINE = Pattern.compile("([0-9A-F]{40})(?::[0-9]{1,18})?\r?");

    @Override
    public Answer look(String sha1) {
        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
            return find(channel, sha1) ? Answer.LEAKED : Answer.NOT_SEEN;
        } catch (IOException e) {
            return Answer.UNANSWERED;
        }
    }

    /** Between the two positions, both where a line begins or the file ends, stands the line if there is one. */
    private static boolean find(SeekableByteChannel channel, String sha1) throws IOException {
        long low = 0;
        long high = channel.size();
        if (high == 0) {
            throw new IOException("an empty file");
        }
        while (low < high) {
            long start = startOfLine(channel, low, (low + high) >>> 1);
            String line = line(channel, start);
            Matcher form = LINE.matcher(line);
            if (!form.matches()) {
                throw new IOException("no line of a hash");
            }
            int order = form.group(1).compareTo(sha1);
            if (order == 0) {
                return true;
            }
            if (order < 0) {
                low = Math.min(start + line.length() + 1, high);
            } else {
                high = start;
            }
        }
        return false;
    }

    /** Where the line begins that holds a position. */
    private static long startOfLine(SeekableByteChannel channel, long low, long position) throws IOException {
        long from = Math.max(low, position - LONGEST_LINE);
        String before = read(channel, from, (int) (position - from));
        int end = before.lastIndexOf('\n');
        if (end < 0 && from > low) {
            throw new IOException("a line that is too long");
        }
        return from + end + 1;
    }

    /** The line that begins at a position, without its end. */
    private static String line(SeekableByteChannel channel, long start) throws IOException {
        String text = read(channel, start, LONGEST_LINE);
        int end = text.indexOf('\n');
        return end < 0 ? text : text.substring(0, end);
    }

    private static String read(SeekableByteChannel channel, long position, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(length);
        channel.position(position);
        int read = 0;
        while (read >= 0 && buffer.hasRemaining()) {
            read = channel.read(buffer);
        }
        return new String(buffer.array(), 0, buffer.position(), StandardCharsets.ISO_8859_1);
    }
}
