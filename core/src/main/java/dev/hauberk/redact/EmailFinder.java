package dev.hauberk.redact;

/**
 * Finds email addresses around their at sign, in whichever way it is written.
 *
 * <p>From each sign it goes left over what a local part may hold and right over what a domain may hold. Neither passes another
 * sign or what was masked already, so that each character is looked at twice at most. Letters are those of any script;
 * characters without a width are passed over.
 */
final class EmailFinder implements Finder {
    private static final int LONGEST_QUOTED = 320;
    private static final int LONGEST_LITERAL = 64;
    /** An apostrophe, as HTML writes it. */
    private static final String[] APOSTROPHES = {"&#39;", "&#x27;", "&apos;"};

    @Override
    public void find(String text, Spans found) {
        int masked = 0;
        int open = -1;
        int signed = 0;
        int at = 0;
        while (at < text.length()) {
            int after = AtSigns.end(text, at);
            if (after == at) {
                at++;
                continue;
            }
            // A sign right behind an address, as in a@b@c, belongs to it.
            int from = open >= 0 && at == masked ? open : localStart(text, at, Math.max(masked, signed));
            int to = domainEnd(text, after);
            signed = after;
            if (from < at && to > after) {
                if (open >= 0 && from != open) {
                    found.add(open, masked, "email");
                }
                open = from;
                masked = to;
                at = Math.max(to, after);
            } else {
                at = after;
            }
        }
        if (open >= 0) {
            found.add(open, masked, "email");
        }
    }

    private static int localStart(String text, int at, int notBefore) {
        if (at > notBefore && text.charAt(at - 1) == '"') {
            return opens(text, at - 1) ? at : quotedStart(text, at - 1, notBefore);
        }
        int from = at;
        for (int before = before(text, from); before < from && before >= notBefore; before = before(text, from)) {
            from = before;
        }
        return from;
    }

    /** Where the character of a local part starts that ends here; the same place where none does. */
    private static int before(String text, int end) {
        if (end == 0) {
            return end;
        }
        char c = text.charAt(end - 1);
        if (c == ';') {
            for (String apostrophe : APOSTROPHES) {
                if (Ascii.isAt(text, end - apostrophe.length(), apostrophe)) {
                    return end - apostrophe.length();
                }
            }
        }
        // Of an escape, the letter and the digits were passed already.
        return isLocal(c) || c == '\\' && isEscape(text, end - 1) ? end - 1 : end;
    }

    /** A backslash, a u and four hexadecimal digits: some writers of JSON write an apostrophe so. */
    private static boolean isEscape(String text, int at) {
        if (!Ascii.isAt(text, at, "\\u") || at + 6 > text.length()) {
            return false;
        }
        return text.substring(at + 2, at + 6).chars().allMatch(c -> Ascii.isHex((char) c));
    }

    /** Where a quoted local part starts whose last quote is given. A line of JSON may have escaped both quotes. */
    private static int quotedStart(String text, int last, int notBefore) {
        boolean escaped = last > notBefore && text.charAt(last - 1) == '\\';
        int earliest = Math.max(notBefore, last - LONGEST_QUOTED);
        for (int at = last - 1; at >= earliest; at--) {
            boolean behindBackslash = at > earliest && text.charAt(at - 1) == '\\';
            if (text.charAt(at) == '"' && behindBackslash == escaped) {
                return escaped ? at - 1 : at;
            }
        }
        return earliest;
    }

    /** Whether a quote opens a text, as JSON's names and values: {@code {"@timestamp": …}} holds no address. */
    private static boolean opens(String text, int quote) {
        int at = quote;
        while (at > 0 && (text.charAt(at - 1) == '\\' || text.charAt(at - 1) == ' ')) {
            at--;
        }
        return at == 0 || "{[,:(=".indexOf(text.charAt(at - 1)) >= 0;
    }

    private static int domainEnd(String text, int start) {
        if (start < text.length() && text.charAt(start) == '[') {
            String literal = text.substring(start, Math.min(text.length(), start + LONGEST_LITERAL));
            return start + literal.indexOf(']') + 1;
        }
        int end = start;
        int lastKept = start;
        while (end < text.length()) {
            char c = text.charAt(end);
            if (c == '%' && isDomainEscape(text, end)) {
                end += 3;
                lastKept = end;
            } else if (isLetterOrSilent(c) || c == '-' || c == '_') {
                end++;
                lastKept = end;
            } else if (c == '.' || c == '\u3002' || c == '\uff0e' || c == '\uff61') {
                // A dot at the end is the sentence's.
                end++;
            } else {
                break;
            }
        }
        return lastKept;
    }

    /** An encoded dot, hyphen or letter of another script; an encoded space, quote or ampersand ends the domain. */
    private static boolean isDomainEscape(String text, int at) {
        if (at + 2 >= text.length() || !Ascii.isHex(text.charAt(at + 1)) || !Ascii.isHex(text.charAt(at + 2))) {
            return false;
        }
        return Ascii.isAt(text, at, "%2E") || Ascii.isAt(text, at, "%2D") || text.charAt(at + 1) >= '8';
    }

    private static boolean isLocal(char c) {
        return isLetterOrSilent(c) || "!#$%&'*+-=^_`{|}~.".indexOf(c) >= 0;
    }

    private static boolean isLetterOrSilent(char c) {
        if (c < 0x80) {
            return Ascii.isDigit(c) || Ascii.isLetter(c);
        }
        return Character.isLetterOrDigit(c)
                || Character.isSurrogate(c)
                || switch (Character.getType(c)) {
                    case Character.FORMAT, Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK -> true;
                    default -> false;
                };
    }
}
