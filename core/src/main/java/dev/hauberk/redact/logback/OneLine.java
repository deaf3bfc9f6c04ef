package dev.hauberk.redact.logback;

/** Makes one line of a text: what breaks a line or moves a terminal's cursor is written as an escape. */
final class OneLine {
    private OneLine() {}

    static String of(String text) {
        if (text.chars().noneMatch(OneLine::isEscaped)) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length() + 64);
        text.chars().forEach(c -> {
            if (c == '\n') {
                out.append("\\n");
            } else if (c == '\r') {
                out.append("\\r");
            } else if (isEscaped(c)) {
                out.append(String.format(java.util.Locale.ROOT, "\\u%04x", c));
            } else {
                out.append((char) c);
            }
        });
        return out.toString();
    }

    private static boolean isEscaped(int c) {
        return Character.isISOControl(c) && c != '\t' || c == '\u2028' || c == '\u2029';
    }
}
