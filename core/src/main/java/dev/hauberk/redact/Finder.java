package dev.hauberk.redact;

/** Finds one kind of thing. Takes time in proportion to the text; keeps no state between two texts. */
interface Finder {
    /** Adds where the text holds one, from left to right. */
    void find(String text, Spans found);
}
