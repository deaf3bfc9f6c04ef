package dev.hauberk.redact;

/** Finds E.164 numbers: a plus sign and 8 to 15 digits, which single spaces, hyphens, dots or brackets may part. */
final class PhoneFinder implements Finder {
    private static final int FEWEST = 8;
    private static final int MOST = 15;
    private static final String[] ESCAPED_SIGNS = {"%2B", "&#43;", "&#x2b;", "&plus;", "\\u002b"};

    @Override
    public void find(String text, Spans found) {
        int at = 0;
        while (at < text.length()) {
            int digits = plusEnd(text, at);
            int end = digits == at ? at : end(text, digits);
            if (end > digits) {
                found.add(at, end, "phone");
                at = end;
            } else {
                at++;
            }
        }
    }

    private static int plusEnd(String text, int at) {
        char c = text.charAt(at);
        if (c == '+' || c == '\uff0b') {
            return at + 1;
        }
        if (c == '%' || c == '&' || c == '\\') {
            for (String sign : ESCAPED_SIGNS) {
                if (Ascii.isAt(text, at, sign)) {
                    return at + sign.length();
                }
            }
        }
        return at;
    }

    /** Where the number that starts here ends; the same place where there is none. */
    private static int end(String text, int start) {
        if (start >= text.length() || text.charAt(start) < '1' || text.charAt(start) > '9') {
            return start;
        }
        int digits = 0;
        int end = start;
        int at = start;
        int gap = 0;
        // At most 15 digits with two signs between any two of them are looked at.
        while (at < text.length() && digits <= MOST && gap <= 2) {
            char c = text.charAt(at);
            int next = ".()/".indexOf(c) >= 0 ? at + 1 : Gaps.end(text, at);
            if (Ascii.isDigit(c)) {
                digits++;
                gap = 0;
                next = at + 1;
                end = next;
            } else if (next > at) {
                gap++;
            } else {
                break;
            }
            at = next;
        }
        return digits >= FEWEST && digits <= MOST && Ascii.endsWord(text, end) ? end : start;
    }
}
