package dev.hauberk.crypto.password;

import java.security.SecureRandom;
import java.util.concurrent.atomic.AtomicLong;

/** The real bcrypt, and how much work it was: a hash of cost n is 2^n. */
final class CountingBcrypt implements Bcrypt {
    private final Bcrypt real = Bcrypt.bouncyCastle(new SecureRandom());
    private final AtomicLong work = new AtomicLong();

    @Override
    public String generate(byte[] input, int cost) {
        work.addAndGet(1L << cost);
        return real.generate(input, cost);
    }

    @Override
    public boolean matches(String bcrypt, byte[] input) {
        work.addAndGet(1L << Integer.parseInt(bcrypt.substring(4, 6)));
        return real.matches(bcrypt, input);
    }

    /** The work since it was last asked. */
    long work() {
        return work.getAndSet(0);
    }
}
