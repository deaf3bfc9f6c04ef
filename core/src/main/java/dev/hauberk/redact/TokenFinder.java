package dev.hauberk.redact;

/** Finds JSON Web Tokens, and what stands behind {@code Bearer}, {@code Basic} or {@code ApiKey}. */
final class TokenFinder implements Finder {
    private static final String[] SCHEMES = {"bearer", "basic", "apikey"};
    private static final String[] GAPS = {" ", "+", "%20", "\t"};
    private static final int SHORTEST = 6;

    @Override
    public void find(String text, Spans found) {
        int at = 0;
        while (at < text.length()) {
            int start = at;
            int end = jwtEnd(text, at);
            if (end == at) {
                start = valueStart(text, at);
                end = start == at ? at : valueEnd(text, start);
                if (end - start < SHORTEST) {
                    at++;
                    continue;
                }
            }
            found.add(start, end, "token");
            at = end;
        }
    }

    /** Where the token that starts here ends: {@code eyJ}, which is an opened object in base64, and at least one dot. */
    private static int jwtEnd(String text, int at) {
        if (text.charAt(at) != 'e' || !text.startsWith("eyJ", at)) {
            return at;
        }
        int end = at;
        int dots = 0;
        while (end < text.length() && (Ascii.isBase64(text.charAt(end)) || text.charAt(end) == '.')) {
            dots += text.charAt(end) == '.' ? 1 : 0;
            end++;
        }
        // Without a dot it is an encoded object, which may hold anything as well.
        return dots > 0 || end - at > 16 ? end : at;
    }

    private static int valueStart(String text, int at) {
        if ("bBaA".indexOf(text.charAt(at)) < 0 || !Ascii.startsWord(text, at)) {
            return at;
        }
        for (String scheme : SCHEMES) {
            if (Ascii.isAt(text, at, scheme)) {
                int start = skipGaps(text, at + scheme.length());
                return start > at + scheme.length() ? start : at;
            }
        }
        return at;
    }

    private static int skipGaps(String text, int at) {
        for (String gap : GAPS) {
            if (text.startsWith(gap, at)) {
                return skipOneKind(text, at, gap);
            }
        }
        return at;
    }

    private static int skipOneKind(String text, int at, String gap) {
        int start = at;
        while (text.startsWith(gap, start)) {
            start += gap.length();
        }
        return start;
    }

    private static int valueEnd(String text, int start) {
        int end = start;
        while (end < text.length() && (Ascii.isBase64(text.charAt(end)) || ".~=:%".indexOf(text.charAt(end)) >= 0)) {
            end++;
        }
        return end;
    }
}
