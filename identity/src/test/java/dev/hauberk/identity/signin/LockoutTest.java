package dev.hauberk.identity.signin;

import static dev.hauberk.identity.Bench.HERE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hauberk.Control;
import dev.hauberk.crypto.password.Match;
import dev.hauberk.crypto.password.PasswordHasher;
import dev.hauberk.identity.Race;
import dev.hauberk.identity.SignInName;
import dev.hauberk.identity.signin.SignIn.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class LockoutTest extends Guessing {
    @Test
    @Tag("AUTHN-4")
    void refusesTheRightPasswordThatIsLookedAtWhileOthersLockTheName() {
        SignIn slow = SignIn.of(bench.ground, bench.accounts, new LockingHasher(), attempts, lockouts);

        assertThat(slow.signIn("bob@x.com", RIGHT, HERE)).isEqualTo(new Outcome.Limited(Duration.ofMinutes(30)));
    }

    @Test
    @Tag("AUTHN-4")
    void locksAfterTenFailuresInARowEvenForTheRightPassword() {
        lock("bob@x.com");

        assertThat(signIn.signIn("bob@x.com", RIGHT, HERE)).isEqualTo(new Outcome.Limited(Duration.ofMinutes(15)));
        assertThat(bench.said(Control.AUTHN_4)).containsExactly("NOTICED locked", "DENIED locked");
    }

    @Test
    @Tag("AUTHN-4")
    void answersAlikeForLockedAndForThrottledKnownOrNot() {
        lock("bob@x.com", "nobody@x.com");
        bench.add("eve", "eve@x.com", "user");
        tries("eve@x.com", 5);

        Outcome locked = signIn.signIn("bob@x.com", RIGHT, HERE);
        assertThat(signIn.signIn("nobody@x.com", RIGHT, HERE)).isEqualTo(locked);
        assertThat(signIn.signIn("eve@x.com", RIGHT, HERE)).hasSameClassAs(locked);
    }

    @Test
    @Tag("AUTHN-4")
    void endsALockByItselfWhateverAnAttackerDoesMeanwhile() {
        lock("bob@x.com");
        for (int minute = 0; minute < 14; minute++) {
            bench.clock.advance(Duration.ofMinutes(1));
            tries("bob@x.com", 3);
        }
        bench.clock.advance(Duration.ofMinutes(1));

        assertThat(signIn.signIn("bob@x.com", RIGHT, HERE)).isInstanceOf(Outcome.Known.class);
    }

    @Test
    @Tag("AUTHN-4")
    void unlocksByAnAdministratorAndSaysWho() {
        lock("bob@x.com");
        bench.clock.advance(Duration.ofMinutes(1));

        signIn.unlock(bob, " BOB@x.com");

        assertThat(signIn.signIn("bob@x.com", RIGHT, HERE)).isInstanceOf(Outcome.Known.class);
        assertThat(bench.audit.records())
                .filteredOn(record -> record.action().equals("unlock"))
                .singleElement()
                .satisfies(record -> assertThat(record.actor()).contains("bob"));
    }

    @Test
    @Tag("AUTHN-4")
    void staysConsistentWhileAnAdministratorUnlocksAndFailuresArrive() throws Exception {
        lock("bob@x.com");
        List<Callable<Boolean>> both = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            both.add(() -> signIn.signIn("bob@x.com", "Wrong-1!", HERE) instanceof Outcome.Known);
        }
        both.add(() -> {
            signIn.unlock(bob, "bob@x.com");
            return false;
        });

        assertThat(Race.of(both)).containsOnly(false);

        signIn.unlock(bob, "bob@x.com");
        bench.clock.advance(Duration.ofMinutes(15));
        assertThat(signIn.signIn("bob@x.com", RIGHT, HERE)).isInstanceOf(Outcome.Known.class);
    }

    /** While the password is looked at, ten others were wrong. */
    private final class LockingHasher implements PasswordHasher {
        @Override
        public String hash(CharSequence password) {
            return hasher.hash(password);
        }

        @Override
        public Match verify(CharSequence password, String hash) {
            String key = SignInName.of("bob@x.com").pseudonym(bench.keys);
            for (int i = 0; i < 10; i++) {
                lockouts.failed(key);
            }
            return hasher.verify(password, hash);
        }

        @Override
        public void verifyNothing(CharSequence password) {
            hasher.verifyNothing(password);
        }
    }
}
