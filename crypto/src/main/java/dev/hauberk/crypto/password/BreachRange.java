package dev.hauberk.crypto.password;

import dev.hauberk.crypto.password.BreachCheck.Answer;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The answer of a range search: the rests of all hashes that begin alike, each with how often it was seen. */
final class BreachRange {
    /** The longest that was seen is fifty thousand. */
    static final int MOST_BYTES = 1 << 20;

    private static final Pattern LINE = Pattern.compile("([0-9A-Fa-f]{35}):([0-9]{1,18})");

    private static final Pattern LAST_END = Pattern.compile("\r?\n\\z");

    /** How often what is there for the padding alone was seen. */
    private static final String NEVER = "0";

    private BreachRange() {}

    /**
     * Looks a rest up. One line that is none makes all of it no answer: whatever this is, it is no range.
     *
     * @param suffix 35 upper-case hexadecimal digits
     */
    static Answer look(byte[] body, String suffix) {
        Answer answer = Answer.NOT_SEEN;
        String text = new String(body, StandardCharsets.ISO_8859_1);
        for (String line : LAST_END.matcher(text).replaceFirst("").split("\r?\n", -1)) {
            Matcher form = LINE.matcher(line);
            if (!form.matches()) {
                return Answer.UNANSWERED;
            }
            if (form.group(1).equalsIgnoreCase(suffix) && !form.group(2).equals(NEVER)) {
                answer = Answer.LEAKED;
            }
        }
        return answer;
    }
}
