package dev.hauberk.redact;

/** Finds social security numbers of the United States, written {@code 123-45-6789}, in the ranges that are given out. */
final class NationalIdFinder implements Finder {
    private static final int LENGTH = "123-45-6789".length();

    @Override
    public void find(String text, Spans found) {
        for (int at = 0; at + LENGTH <= text.length(); at++) {
            if (Ascii.isDigit(text.charAt(at)) && isNumber(text, at)) {
                found.add(at, at + LENGTH, "national-id");
                at += LENGTH - 1;
            }
        }
    }

    private static boolean isNumber(String text, int at) {
        if (!Ascii.startsWord(text, at) || !Ascii.endsWord(text, at + LENGTH)) {
            return false;
        }
        for (int i = 0; i < LENGTH; i++) {
            char c = text.charAt(at + i);
            if (i == 3 || i == 6 ? c != '-' : !Ascii.isDigit(c)) {
                return false;
            }
        }
        return text.charAt(at) != '9'
                && !text.startsWith("000", at)
                && !text.startsWith("666", at)
                && !text.startsWith("00", at + 4)
                && !text.startsWith("0000", at + 7);
    }
}
