package dev.hauberk.identity.signin;

import static dev.hauberk.identity.Bench.HERE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hauberk.crypto.password.Match;
import dev.hauberk.crypto.password.PasswordHasher;
import dev.hauberk.identity.Account;
import dev.hauberk.identity.Bench;
import dev.hauberk.identity.Race;
import dev.hauberk.identity.SignInName;
import dev.hauberk.identity.signin.SignIn.Outcome;
import dev.hauberk.policy.SecurityPolicy;
import dev.hauberk.ratelimit.Attempts;
import dev.hauberk.ratelimit.Lockouts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two nodes with hashers of their own, and the accounts of an application that hashed otherwise before. */
@Tag("AUTHN-2")
class UpgradeTest {
    private static final PasswordHasher HASHER = PasswordHasher.of(
            SecurityPolicy.of(Map.of("passwords", Map.of("hash", "argon2id"))).passwords(),
            Bench.plain().ground.keys());

    private final Bench bench = Bench.plain();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{bcrypt}$2a$10$dXJ3SW6G7P50lGmMkkmwe.20cQQubK3.HZWzG3YB1tlRy.fqvM/BG",
                "$argon2id$v=19$m=1024,t=1,p=1$AAAAAAAAAAAAAAAAAAAAAA$blv9YBTeGQcRAcblZtg9lTP+2xobPJ/+YfsxmobFQHM",
                "$pbkdf2-sha256$1212$4vjV83LKPjQzk31VI4E0Vw$hsYF68OiOUPdDZ1Fg.fJPeq1h/gXXY7acBp9/6c.tmQ"
            })
    void replaceAnOldHashOnceAndSignBothIn(String old) throws Exception {
        bench.add(
                new Account("bob", Bench.ACME, SignInName.of("bob@x.com"), Set.of("user"), Optional.of(old), true, 1));
        SignIn one = node();
        SignIn other = node();

        List<Outcome> both = Race.of(List.of(
                () -> one.signIn("bob@x.com", "password", HERE), () -> other.signIn("bob@x.com", "password", HERE)));

        assertThat(both).allMatch(Outcome.Known.class::isInstance);
        String now = bench.accounts.byId("bob").orElseThrow().passwordHash().orElseThrow();
        assertThat(now).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(HASHER.verify("password", now)).isEqualTo(Match.YES);
        assertThat(one.signIn("bob@x.com", "password", HERE)).isInstanceOf(Outcome.Known.class);
        assertThat(other.signIn("bob@x.com", "passwort", HERE)).isInstanceOf(Outcome.Unknown.class);
        assertThat(bench.accounts.byId("bob").orElseThrow().passwordHash()).contains(now);
    }

    private SignIn node() {
        return SignIn.of(
                bench.ground,
                bench.accounts,
                HASHER,
                Attempts.inMemory(bench.policy.signIn().attempts(), bench.clock),
                Lockouts.inMemory(bench.policy.signIn().lockout(), bench.clock));
    }
}
