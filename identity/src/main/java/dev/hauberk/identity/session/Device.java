package dev.hauberk.identity.session;

/** What a client says it is, made fit to be shown to its user. */
final class Device {
    private static final int LONGEST = 100;

    private Device() {}

    /** At most 100 characters, each of which prints. */
    static String printable(String said) {
        return said.codePoints()
                .filter(Device::prints)
                .limit(LONGEST)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .strip();
    }

    private static boolean prints(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.PRIVATE_USE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
