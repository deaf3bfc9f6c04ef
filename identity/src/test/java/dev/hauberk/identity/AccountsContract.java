package dev.hauberk.identity;

import static dev.hauberk.identity.Bench.ACME;
import static dev.hauberk.identity.Bench.GLOBEX;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hauberk.Control;
import dev.hauberk.audit.AuditException;
import dev.hauberk.audit.AuditRecord;
import dev.hauberk.audit.AuditTrail;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What every store of accounts does. */
abstract class AccountsContract {
    private static final AuditRecord RECORD = new AuditRecord(
            Instant.EPOCH,
            Control.RBAC_7,
            "test",
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            AuditRecord.Outcome.DONE,
            Map.of());

    private final Trail trail = new Trail();
    private Accounts accounts;

    /** An empty store. */
    abstract Accounts empty(AuditTrail audit);

    @BeforeEach
    void begin() {
        accounts = empty(trail);
    }

    @Test
    void findsWhatWasAdded() {
        Account bob =
                new Account("b", ACME, SignInName.of("bob@x.com"), Set.of("user", "pro"), Optional.of("hash"), true, 7);

        assertThat(accounts.add(bob, RECORD)).isTrue();

        assertThat(accounts.byId("b")).contains(bob);
        assertThat(accounts.bySignInName(SignInName.of("BOB@x.com"))).contains(bob);
        assertThat(trail.size()).isEqualTo(1);
    }

    @Test
    void keepsAnAccountWithoutRolesAndWithoutAPassword() {
        Account bare = new Account("b", ACME, SignInName.of("bob@x.com"), Set.of(), Optional.empty(), true, 0);

        accounts.add(bare, RECORD);

        assertThat(accounts.byId("b")).contains(bare);
    }

    @Test
    void findsNobodyForAnUnknownNameOrId() {
        assertThat(accounts.byId("nobody")).isEmpty();
        assertThat(accounts.bySignInName(SignInName.of("nobody@x.com"))).isEmpty();
        assertThat(accounts.bySignInName(SignInName.of("' or 1=1 --\0\ud800"))).isEmpty();
    }

    @Test
    @Tag("DATA-6")
    void takesANameOnceHoweverItIsSpelt() {
        accounts.add(account("1", "jos\u00e9@x.com"), RECORD);

        assertThat(accounts.add(account("2", "Jos\u00e9@X.COM"), RECORD)).isFalse();
        assertThat(accounts.add(account("3", "jose\u0301@x.com"), RECORD)).isFalse();
        assertThat(accounts.add(account("4", "jose@x.com"), RECORD)).isTrue();
        assertThat(accounts.all()).extracting(Account::id).containsExactly("1", "4");
        assertThat(trail.size()).isEqualTo(2);
    }

    @Test
    @Tag("DATA-6")
    void takesANameOnceFromManyThreads() throws Exception {
        List<Callable<Boolean>> registrations = IntStream.range(0, 16)
                .<Callable<Boolean>>mapToObj(i -> () ->
                        accounts.add(account("r" + i, i % 2 == 0 ? "Jos\u00e9@x.com" : "jose\u0301@x.com"), RECORD))
                .toList();

        assertThat(Race.of(registrations)).filteredOn(added -> added).hasSize(1);
        assertThat(accounts.all()).hasSize(1);
        assertThat(trail.size()).isEqualTo(1);
    }

    @Test
    void takesAnIdOnce() {
        accounts.add(account("1", "a@x.com"), RECORD);

        assertThat(accounts.add(account("1", "b@x.com"), RECORD)).isFalse();
        assertThat(accounts.bySignInName(SignInName.of("b@x.com"))).isEmpty();
    }

    @Test
    @Tag("RBAC-5")
    void listsATenantAlone() {
        accounts.add(account("2", "b@x.com"), RECORD);
        accounts.add(account("1", "a@x.com"), RECORD);
        accounts.add(Bench.account("3", GLOBEX, "c@x.com", Set.of("user")), RECORD);

        assertThat(accounts.of(ACME)).extracting(Account::id).containsExactly("1", "2");
        assertThat(accounts.all()).extracting(Account::id).containsExactly("1", "2", "3");
    }

    @Test
    @Tag("RBAC-7")
    void changesRolesWithTheirRecordAndAnotherVersion() {
        accounts.add(account("1", "a@x.com"), RECORD);

        assertThat(accounts.changeRoles("1", 1, Set.of("org_admin", "pro"), RECORD))
                .isTrue();

        Account now = accounts.byId("1").orElseThrow();
        assertThat(now.roles()).containsExactlyInAnyOrder("org_admin", "pro");
        assertThat(now.version()).isEqualTo(2);
        assertThat(trail.size()).isEqualTo(2);
    }

    @Test
    @Tag("RBAC-7")
    void changesNoRolesOfAnAccountThatChangedMeanwhile() {
        accounts.add(account("1", "a@x.com"), RECORD);
        accounts.changeRoles("1", 1, Set.of("pro"), RECORD);

        assertThat(accounts.changeRoles("1", 1, Set.of("org_admin"), RECORD)).isFalse();
        assertThat(accounts.changeRoles("nobody", 1, Set.of("org_admin"), RECORD))
                .isFalse();
        assertThat(accounts.byId("1").orElseThrow().roles()).containsExactly("pro");
        assertThat(trail.size()).isEqualTo(2);
    }

    @Test
    @Tag("RBAC-7")
    void letsOneOfManyChangesOfOneVersionThrough() throws Exception {
        accounts.add(account("1", "a@x.com"), RECORD);
        List<Callable<Boolean>> changes = IntStream.range(0, 16)
                .<Callable<Boolean>>mapToObj(i -> () -> accounts.changeRoles("1", 1, Set.of("role" + i), RECORD))
                .toList();

        assertThat(Race.of(changes)).filteredOn(changed -> changed).hasSize(1);
        assertThat(accounts.byId("1").orElseThrow().roles()).hasSize(1);
        assertThat(trail.size()).isEqualTo(2);
    }

    @Test
    @Tag("RBAC-7")
    void changesNothingThatCannotBeRecorded() {
        accounts.add(account("1", "a@x.com"), RECORD);
        Account before = accounts.byId("1").orElseThrow();
        trail.isBroken = true;

        assertThatThrownBy(() -> accounts.add(account("2", "b@x.com"), RECORD)).isInstanceOf(AuditException.class);
        assertThatThrownBy(() -> accounts.savePassword("1", 1, "other", RECORD)).isInstanceOf(AuditException.class);
        assertThatThrownBy(() -> accounts.changeRoles("1", 1, Set.of("org_admin"), RECORD))
                .isInstanceOf(AuditException.class);
        assertThatThrownBy(() -> accounts.terminate("1", RECORD)).isInstanceOf(AuditException.class);

        assertThat(accounts.all()).containsExactly(before);
        assertThat(accounts.bySignInName(SignInName.of("a@x.com"))).contains(before);
    }

    @Test
    @Tag("SESS-2")
    void savesAPasswordWithAnotherVersion() {
        accounts.add(account("1", "a@x.com"), RECORD);

        assertThat(accounts.savePassword("1", 1, "other", RECORD)).isTrue();
        assertThat(accounts.savePassword("nobody", 1, "other", RECORD)).isFalse();
        assertThat(accounts.savePassword("1", 1, "late", RECORD)).isFalse();

        Account now = accounts.byId("1").orElseThrow();
        assertThat(now.passwordHash()).contains("other");
        assertThat(now.version()).isEqualTo(2);
        assertThat(trail.size()).isEqualTo(2);
    }

    @Test
    @Tag("AUTHN-2")
    void rehashesOnceAndKeepsTheVersion() throws Exception {
        accounts.add(account("1", "a@x.com"), RECORD);
        String before = accounts.byId("1").orElseThrow().passwordHash().orElseThrow();
        List<Callable<Boolean>> two =
                List.of(() -> accounts.rehash("1", before, "after 1"), () -> accounts.rehash("1", before, "after 2"));

        assertThat(Race.of(two)).containsExactlyInAnyOrder(true, false);
        assertThat(accounts.byId("1").orElseThrow().version()).isEqualTo(1);
        assertThat(accounts.byId("1").orElseThrow().passwordHash().orElseThrow())
                .startsWith("after");
    }

    @Test
    @Tag("RBAC-8")
    void terminatesOnce() {
        accounts.add(account("1", "a@x.com"), RECORD);

        accounts.terminate("1", RECORD);
        accounts.terminate("1", RECORD);
        accounts.terminate("nobody", RECORD);

        Account now = accounts.byId("1").orElseThrow();
        assertThat(now.active()).isFalse();
        assertThat(now.roles()).isEmpty();
        assertThat(now.passwordHash()).isEmpty();
        assertThat(accounts.bySignInName(SignInName.of("a@x.com"))).isEmpty();
        assertThat(trail.size()).isEqualTo(2);
    }

    @Test
    @Tag("RBAC-8")
    void changesATerminatedAccountNoMore() {
        accounts.add(account("1", "a@x.com"), RECORD);
        accounts.terminate("1", RECORD);
        long version = accounts.byId("1").orElseThrow().version();

        assertThat(accounts.savePassword("1", version, "other", RECORD)).isFalse();
        assertThat(accounts.changeRoles("1", version, Set.of("org_admin"), RECORD))
                .isFalse();
        assertThat(accounts.byId("1").orElseThrow().roles()).isEmpty();
    }

    @Test
    @Tag("RBAC-8")
    void givesSomebodyWhoComesBackNoneOfTheOldRoles() {
        accounts.add(Bench.account("1", ACME, "a@x.com", Set.of("org_admin")), RECORD);
        accounts.terminate("1", RECORD);

        assertThat(accounts.add(account("2", "a@x.com"), RECORD)).isTrue();

        assertThat(accounts.bySignInName(SignInName.of("a@x.com")).orElseThrow().roles())
                .containsExactly("user");
        assertThat(accounts.byId("1").orElseThrow().active()).isFalse();
    }

    private static Account account(String id, String name) {
        return Bench.account(id, ACME, name, Set.of("user"));
    }

    /** Counts, and throws where it is broken. */
    private static final class Trail implements AuditTrail {
        private final List<AuditRecord> records = new CopyOnWriteArrayList<>();
        private volatile boolean isBroken;

        @Override
        public void append(AuditRecord record) {
            if (isBroken) {
                throw new AuditException("the trail is broken", new IllegalStateException());
            }
            records.add(record);
        }

        int size() {
            return records.size();
        }
    }
}
