package dev.hauberk.redact;

/**
 * Finds numbers of payment cards: 13 to 19 digits that pass the Luhn check, in groups that single gaps may part. The
 * first digit is one that card networks use, which leaves out times in milliseconds.
 */
final class CardFinder implements Finder {
    private static final int FEWEST = 13;
    private static final int MOST = 19;

    @Override
    public void find(String text, Spans found) {
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (!Ascii.isDigit(c)) {
                at++;
            } else {
                int end = c >= '2' && c <= '6' && Ascii.startsWord(text, at) ? end(text, at) : at;
                if (end > at) {
                    found.add(at, end, "card");
                }
                at = Math.max(end, groupEnd(text, at));
            }
        }
    }

    private static int groupEnd(String text, int at) {
        int end = at;
        while (end < text.length() && Ascii.isDigit(text.charAt(end))) {
            end++;
        }
        return end;
    }

    /** Where the longest card number that starts here ends; the same place where there is none. */
    private static int end(String text, int start) {
        int[] digits = new int[MOST];
        int count = 0;
        int found = start;
        int at = start;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (Ascii.isDigit(c)) {
                if (count == MOST) {
                    break;
                }
                digits[count++] = c - '0';
                at++;
                if (count >= FEWEST && Ascii.endsWord(text, at) && passesLuhn(digits, count)) {
                    found = at;
                }
            } else {
                int next = Gaps.end(text, at);
                if (next == at || next >= text.length() || !Ascii.isDigit(text.charAt(next))) {
                    break;
                }
                at = next;
            }
        }
        return found;
    }

    private static boolean passesLuhn(int[] digits, int count) {
        int sum = 0;
        for (int i = 0; i < count; i++) {
            int digit = digits[count - 1 - i];
            int doubled = digit * 2;
            sum += i % 2 == 0 ? digit : doubled > 9 ? doubled - 9 : doubled;
        }
        return sum % 10 == 0;
    }
}
