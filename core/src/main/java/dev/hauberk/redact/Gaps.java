package dev.hauberk.redact;

/** What parts the groups of a number: a space or a hyphen, in whichever way it is written. */
final class Gaps {
    private static final String SINGLE = " -\u00a0\u2007\u202f\u2010\u2011\u2012\u2013";
    private static final String[] ENCODED = {"%20", "%2D", "%C2%A0"};

    private Gaps() {}

    /** Where the gap that starts here ends; the same place where none does. */
    static int end(String text, int at) {
        char c = text.charAt(at);
        if (SINGLE.indexOf(c) >= 0) {
            return at + 1;
        }
        if (c == '%') {
            for (String gap : ENCODED) {
                if (Ascii.isAt(text, at, gap)) {
                    return at + gap.length();
                }
            }
        }
        return at;
    }
}
