package dev.hauberk.identity;

import dev.hauberk.crypto.password.Match;
import dev.hauberk.crypto.password.PasswordHasher;
import java.util.concurrent.atomic.AtomicInteger;

/** Costs nothing, and counts how often a password was looked at. A form of generation 0 is stale. Thread-safe. */
public final class CheapHasher implements PasswordHasher {
    public final AtomicInteger looks = new AtomicInteger();
    private final AtomicInteger salt = new AtomicInteger();

    /** A fresh form of a password. */
    public static String form(String password) {
        return "cheap:1:0:" + password;
    }

    /** A form that is to be replaced. */
    public static String staleForm(String password) {
        return "cheap:0:0:" + password;
    }

    @Override
    public String hash(CharSequence password) {
        return "cheap:1:" + salt.incrementAndGet() + ":" + password;
    }

    @Override
    public Match verify(CharSequence password, String hash) {
        looks.incrementAndGet();
        String[] parts = hash.split(":", 4);
        if (parts.length != 4 || !parts[3].contentEquals(password)) {
            return Match.NO;
        }
        return parts[1].equals("0") ? Match.YES_BUT_REHASH : Match.YES;
    }

    @Override
    public void verifyNothing(CharSequence password) {
        looks.incrementAndGet();
    }
}
