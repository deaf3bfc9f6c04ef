package dev.hauberk.identity;

import static dev.hauberk.identity.Bench.ACME;
import static dev.hauberk.identity.Bench.GLOBEX;
import static dev.hauberk.identity.Bench.HERE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hauberk.Caller;
import dev.hauberk.Control;
import dev.hauberk.Decision;
import dev.hauberk.Reason;
import dev.hauberk.audit.AuditException;
import dev.hauberk.audit.AuditRecord;
import dev.hauberk.identity.session.Authenticated;
import dev.hauberk.identity.session.FailingStore;
import dev.hauberk.identity.session.Opened;
import dev.hauberk.identity.session.Sessions;
import dev.hauberk.identity.session.Tokens;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccessChangesTest {
    private final Bench bench = Bench.plain();
    private final FailingStore store = new FailingStore();
    private final Sessions sessions =
            Sessions.of(bench.ground, store.asStore(), bench.accounts, bench.tokens, bench.grants);
    private final AccessChanges changes = AccessChanges.of(bench.ground, bench.accounts, bench.grants, sessions);
    private Caller ada;

    @BeforeEach
    void begin() {
        ada = Bench.caller(bench.add("ada", "ada@x.com", "org_admin"));
        bench.add("mia", "mia@x.com", "org_member");
        bench.add(Bench.account("gus", GLOBEX, "gus@x.com", Set.of("org_member")));
    }

    @Test
    @Tag("RBAC-7")
    void changesRolesWithARecordOfWhoWhatAndWhy() {
        assertThat(changes.changeRoles(ada, "mia", Set.of("org_manager"), "leads the team")
                        .isGranted())
                .isTrue();

        assertThat(roles("mia")).containsExactly("org_manager");
        AuditRecord record = records("role-change").get(0);
        assertThat(record.outcome()).isEqualTo(AuditRecord.Outcome.DONE);
        assertThat(record.actor()).contains("ada");
        assertThat(record.tenant()).contains("acme");
        assertThat(record.target()).contains("mia");
        assertThat(record.details())
                .containsEntry("reason", "leads the team")
                .containsEntry("before", "org_member")
                .containsEntry("after", "org_manager");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t\n", "\u3000"})
    @Tag("RBAC-7")
    void changesNothingWithoutAReason(String reason) {
        assertDenied(changes.changeRoles(ada, "mia", Set.of("org_manager"), reason), Reason.INPUT);
        assertDenied(changes.terminate(ada, "mia", reason), Reason.INPUT);

        assertThat(roles("mia")).containsExactly("org_member");
    }

    @Test
    @Tag("RBAC-7")
    void takesEffectAtTheNextRequest() {
        Tokens tokens = open("mia");
        authenticated(tokens);

        changes.changeRoles(ada, "mia", Set.of("org_member", "enterprise"), "bought");

        assertThat(((Authenticated.Known) authenticated(tokens)).caller().roles())
                .containsExactlyInAnyOrder("org_member", "enterprise");
    }

    @Test
    @Tag("SESS-3")
    void endsSessionsAtADowngradeAtOnce() {
        Tokens tokens = open("mia");
        authenticated(tokens);

        changes.changeRoles(ada, "mia", Set.of("user"), "moved");

        assertThat(sessions.of("mia")).isEmpty();
        assertThat(authenticated(tokens)).isInstanceOf(Authenticated.Unknown.class);
        assertThat(bench.said(Control.SESS_3)).containsExactly("NOTICED session-ended-downgraded");
    }

    @Test
    @Tag("SESS-3")
    void leavesTheDowngradeStandingAfterAnUpgradeTenMillisecondsBefore() {
        Tokens tokens = open("mia");
        changes.changeRoles(ada, "mia", Set.of("org_manager"), "by mistake");
        changes.changeRoles(ada, "mia", Set.of("user"), "corrected");

        assertThat(roles("mia")).containsExactly("user");
        assertThat(authenticated(tokens)).isInstanceOf(Authenticated.Unknown.class);
    }

    @Test
    @Tag("SESS-3")
    void grantsADowngradeWhoseSessionsCouldNotBeEndedAndEndsThemWhenTheyAreUsed() {
        Tokens tokens = open("mia");
        store.failAfter(0, "endAll");

        assertThat(changes.changeRoles(ada, "mia", Set.of("user"), "moved").isGranted())
                .isTrue();

        assertThat(bench.said(Control.RBAC_7)).contains("FAILED not-revoked");
        assertThat(authenticated(tokens)).isInstanceOf(Authenticated.Unknown.class);
    }

    @Test
    @Tag("SESS-3")
    void endsNoSessionWhereTheRolesAreTheSame() {
        Tokens tokens = open("mia");

        assertThat(changes.changeRoles(ada, "mia", Set.of("org_member"), "again")
                        .isGranted())
                .isTrue();

        assertThat(authenticated(tokens)).isInstanceOf(Authenticated.Known.class);
        assertThat(bench.accounts.byId("mia").orElseThrow().version()).isEqualTo(1);
    }

    @Test
    @Tag("RBAC-2")
    void changesNoRolesThatAreNotTheCallersToGive() {
        Caller max = Bench.caller(bench.add("max", "max@x.com", "org_manager"));

        assertDenied(changes.changeRoles(max, "mia", Set.of("org_admin"), "why not"), Reason.GRANT);
        assertDenied(changes.changeRoles(max, "ada", Set.of("org_member"), "why not"), Reason.GRANT);
        assertDenied(changes.changeRoles(ada, "ada", Set.of("org_manager"), "myself"), Reason.GRANT);
        assertDenied(changes.changeRoles(ada, "mia", Set.of("made_up"), "why not"), Reason.GRANT);
        assertDenied(changes.terminate(max, "ada", "why not"), Reason.GRANT);
        assertDenied(changes.changeRoles(Caller.anonymous(HERE), "mia", Set.of("user"), "why not"), Reason.TENANT);

        assertThat(roles("mia")).containsExactly("org_member");
        assertThat(roles("ada")).containsExactly("org_admin");
    }

    @Test
    @Tag("RBAC-5")
    void answersForAnotherTenantsUserAsForNobody() {
        bench.add(Bench.account("old", ACME, "old@x.com", Set.of("user")));
        bench.accounts.terminate("old", bench.record("termination"));

        List<Decision> answers = Stream.of("gus", "nobody", "old")
                .flatMap(user -> Stream.of(
                        changes.changeRoles(ada, user, Set.of("user"), "why not"),
                        changes.changeRoles(ada, user, Set.of("org_admin"), "why not"),
                        changes.terminate(ada, user, "why not"),
                        changes.terminate(ada, user, "")))
                .distinct()
                .toList();

        assertThat(answers).hasSize(1);
        assertDenied(answers.get(0), Reason.TENANT);
        assertThat(roles("gus")).containsExactly("org_member");
    }

    @Test
    @Tag("RBAC-7")
    void writesADenialDownBeforeItAnswers() {
        changes.changeRoles(ada, "gus", Set.of("user"), "why not");

        AuditRecord record = records("role-change").get(0);
        assertThat(record.outcome()).isEqualTo(AuditRecord.Outcome.DENIED);
        assertThat(record.actor()).contains("ada");
        assertThat(record.target()).contains("gus");
        assertThat(record.details()).containsEntry("denied", "tenant");
        assertThat(bench.said(Control.RBAC_7)).containsExactly("DENIED tenant");
    }

    @Test
    @Tag("RBAC-7")
    void changesNothingThatCannotBeRecorded() {
        InMemoryAccounts deaf = new InMemoryAccounts(record -> {
            if (record.action().equals("role-change")) {
                throw new AuditException("the trail is broken", new IllegalStateException());
            }
        });
        deaf.add(Bench.account("mia", ACME, "mia@x.com", Set.of("org_member")), bench.record("add"));
        AccessChanges broken = AccessChanges.of(bench.ground, deaf, bench.grants, sessions);

        assertThatThrownBy(() -> broken.changeRoles(ada, "mia", Set.of("user"), "moved"))
                .isInstanceOf(AuditException.class);
        assertThat(deaf.byId("mia").orElseThrow().roles()).containsExactly("org_member");
    }

    @Test
    @Tag("RBAC-7")
    void saysWhereAnAccountChangedMeanwhile() throws Exception {
        List<Callable<Decision>> both = List.of(
                () -> changes.changeRoles(ada, "mia", Set.of("user"), "one"),
                () -> changes.changeRoles(ada, "mia", Set.of("org_manager"), "other"));

        for (Decision decision : Race.of(both)) {
            if (!decision.isGranted()) {
                assertDenied(decision, Reason.CONFLICT);
            }
        }
        assertThat(records("role-change"))
                .filteredOn(record -> record.outcome() == AuditRecord.Outcome.DONE)
                .hasSize((int) bench.accounts.byId("mia").orElseThrow().version() - 1);
    }

    @Test
    @Tag("RBAC-8")
    void terminatesAtOnceAndForGood() {
        Tokens tokens = open("mia");
        authenticated(tokens);

        assertThat(changes.terminate(ada, "mia", "left").isGranted()).isTrue();

        assertThat(authenticated(tokens)).isInstanceOf(Authenticated.Unknown.class);
        assertThat(sessions.refresh(tokens.refresh()).getClass().getSimpleName())
                .isEqualTo("Refused");
        assertThat(bench.accounts.bySignInName(SignInName.of("mia@x.com"))).isEmpty();
        assertThat(records("termination").get(0).details()).containsEntry("reason", "left");
        assertDenied(changes.terminate(ada, "mia", "again"), Reason.TENANT);
    }

    @Test
    @Tag("RBAC-8")
    void terminatesWhileTheStoreOfSessionsDoesNotAnswer() {
        Tokens tokens = open("mia");
        authenticated(tokens);
        store.failAfter(0);

        assertThat(changes.terminate(ada, "mia", "left").isGranted()).isTrue();

        store.heal();
        assertThat(authenticated(tokens)).isInstanceOf(Authenticated.Unknown.class);
    }

    @Test
    void tellsEveryRevokerEvenAfterOneThatFails() {
        StringBuilder told = new StringBuilder();
        Revoker failing = (user, change) -> {
            throw new IllegalStateException("down");
        };
        Revoker both = Revoker.none()
                .and(failing)
                .and((user, change) -> told.append(user).append(change));

        assertThatThrownBy(() -> both.changed("mia", Revoker.Change.TERMINATION))
                .hasMessage("down");
        assertThat(told).hasToString("miaTERMINATION");
    }

    private Tokens open(String user) {
        Account account = bench.accounts.byId(user).orElseThrow();
        return ((Opened.Open) sessions.open(account, "phone")).tokens();
    }

    private Authenticated authenticated(Tokens tokens) {
        return sessions.authenticate(tokens.access(), HERE);
    }

    private Set<String> roles(String user) {
        return bench.accounts.byId(user).map(Account::roles).orElse(Set.of());
    }

    private List<AuditRecord> records(String action) {
        return bench.audit.records().stream()
                .filter(record ->
                        record.action().equals(action) && record.actor().equals(Optional.of("ada")))
                .toList();
    }

    private static void assertDenied(Decision decision, Reason reason) {
        assertThat(decision).isInstanceOf(Decision.Denied.class);
        assertThat(((Decision.Denied) decision).reason()).isEqualTo(reason);
    }
}
