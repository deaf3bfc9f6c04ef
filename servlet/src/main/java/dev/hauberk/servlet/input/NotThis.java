package dev.hauberk.servlet.input;

/** Ends the reading of a body that is not what is asked for. Never leaves the package. */
final class NotThis extends Exception {
    private static final long serialVersionUID = 1L;

    private final String why;

    NotThis(String why) {
        super(why, null, false, false);
        this.why = why;
    }

    String why() {
        return why;
    }
}
