package dev.hauberk.redact;

import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds the values of members that are restricted, in whatever form a line names them: {@code born=1815-12-10} of a record's own text,
 * {@code "born": {…}} of JSON, {@code customer.born: …}. The name stays, its value is masked.
 *
 * <p>A value without quotes may hold spaces and commas: it ends where the next member begins, at the bracket that closes what the
 * member is in, or with the line.
 */
final class MemberFinder implements Finder {
    private static final int LONGEST_NAME = 64;

    private final Set<String> members;

    MemberFinder(Collection<String> members) {
        this.members = members.stream().map(MemberFinder::folded).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public void find(String text, Spans found) {
        int at = 0;
        while (at < text.length()) {
            if (!isName(text.charAt(at))) {
                at++;
                continue;
            }
            int nameEnd = nameEnd(text, at);
            int start = isMember(text.substring(at, nameEnd)) ? NamedValue.start(text, nameEnd) : nameEnd;
            at = nameEnd;
            if (start > nameEnd) {
                NamedValue value = value(text, start);
                if (value.to() > value.from()) {
                    found.add(value.from(), value.to(), "restricted");
                }
                at = value.end();
            }
        }
    }

    private boolean isMember(String name) {
        return members.contains(folded(name.substring(name.lastIndexOf('.') + 1)));
    }

    private static boolean isName(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '-' || c == '.' || c == '$';
    }

    private static int nameEnd(String text, int at) {
        int end = at;
        while (end < text.length() && isName(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static String folded(String name) {
        return name.replace("-", "").replace("_", "").toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }

    private static NamedValue value(String text, int start) {
        return NamedValue.quoted(text, start).orElseGet(() -> NamedValue.bare(start, bareEnd(text, start)));
    }

    private static int bareEnd(String text, int start) {
        int depth = 0;
        for (int at = NamedValue.bracketEnd(text, start); at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '\n' || c == '\r') {
                return at;
            }
            if (c == '[' || c == '(' || c == '{') {
                depth++;
            } else if (c == ']' || c == ')' || c == '}') {
                depth--;
                if (depth < 0) {
                    return at;
                }
            } else if (depth == 0 && endsBare(text, at)) {
                return at;
            }
        }
        return text.length();
    }

    /** Whether a value without quotes ends here: before a quote, a tag, a parameter, or a separator that another member follows. */
    private static boolean endsBare(String text, int at) {
        return switch (text.charAt(at)) {
            case '"', '\'', '<', '&', ';' -> true;
            case ',', ' ' -> isBeforeMember(text, at);
            default -> false;
        };
    }

    private static boolean isBeforeMember(String text, int at) {
        // Only so far, so that the time stays in proportion to the line.
        int farthest = Math.min(text.length(), at + LONGEST_NAME);
        int name = at;
        while (name < farthest && (text.charAt(name) == ',' || text.charAt(name) == ' ')) {
            name++;
        }
        if (name < text.length() && text.charAt(name) == '"') {
            return true;
        }
        int end = name;
        while (end < farthest && isName(text.charAt(end))) {
            end++;
        }
        return end > name && end < text.length() && text.charAt(end) == '=';
    }
}
