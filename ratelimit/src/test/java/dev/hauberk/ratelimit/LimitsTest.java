package dev.hauberk.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hauberk.Caller;
import dev.hauberk.Credential;
import dev.hauberk.Events;
import dev.hauberk.policy.Limit;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LimitsTest {
    private static final String HERE = "192.0.2.1";
    private static final String THERE = "192.0.2.2";
    private static final Optional<String> PUBLIC = Optional.of("public");
    private static final Optional<String> API = Optional.of("api");
    private static final Optional<String> ADMIN = Optional.of("admin");

    private final FakeClock clock = new FakeClock();
    private final Limits limits =
            limits("public: 30 per 1m per address", "api: 100 per 1m per user", "admin: 200 per 1m per user");

    @ParameterizedTest
    @Tag("RATE-5")
    @CsvSource({"public, 30", "api, 100", "admin, 200"})
    void refusesThe31stThe101stAndThe201st(String category, int count) {
        Caller caller = Callers.user("u1", HERE);
        assertThat(takeAll(Optional.of(category), caller)).isEqualTo(count);
        assertThat(take(Optional.of(category), caller).permit().retryAfter()).isPositive();
    }

    @Test
    @Tag("RATE-5")
    void goesOnWithTheAddressBeforeAndAfterSigningIn() {
        Caller anonymous = Callers.anonymous(HERE);
        for (int i = 0; i < 20; i++) {
            assertThat(granted(PUBLIC, anonymous)).isTrue();
        }
        for (int i = 0; i < 9; i++) {
            assertThat(granted(PUBLIC, Callers.user("u1", HERE))).isTrue();
        }
        assertThat(granted(PUBLIC, anonymous)).isTrue();
        assertThat(granted(PUBLIC, anonymous)).isFalse();
        assertThat(granted(PUBLIC, Callers.user("u2", HERE))).isFalse();
        assertThat(granted(PUBLIC, Callers.anonymous(THERE))).isTrue();
    }

    @Test
    @Tag("RATE-5")
    void givesAUserOneBucketWhicheverSessionsKeysAndAddressesItUses() {
        long granted = 0;
        for (int i = 0; i < 5; i++) {
            granted += takeAll(ADMIN, Callers.user("u1", "acme", "192.0.2." + i, new Credential.Session("s" + i)));
        }
        granted += takeAll(ADMIN, Callers.user("u1", "acme", HERE, new Credential.ApiKey("k1")));
        assertThat(granted).isEqualTo(200);
        assertThat(granted(ADMIN, Callers.user("U1", HERE))).isTrue();
    }

    @Test
    @Tag("RATE-5")
    void takesOfTheAddressWhereACallerIsRefused() {
        for (int i = 0; i < 100; i++) {
            assertThat(limits.take(API, Callers.address(HERE))
                            .orElseThrow()
                            .permit()
                            .granted())
                    .isTrue();
        }
        assertThat(limits.take(API, Callers.address(HERE))
                        .orElseThrow()
                        .permit()
                        .granted())
                .isFalse();
        assertThat(granted(API, Callers.anonymous(HERE))).isFalse();
        assertThat(granted(API, Callers.user("u1", HERE))).isTrue();
    }

    @ParameterizedTest
    @Tag("RATE-1")
    @ValueSource(strings = {"address 192.0.2.1", "192.0.2.1"})
    void takesNoUserForAnAddress(String name) {
        takeAll(API, Callers.anonymous(HERE));
        assertThat(granted(API, Callers.user(name, THERE))).isTrue();
    }

    @Test
    @Tag("RATE-2")
    void countsEachCategoryForItself() {
        Caller caller = Callers.user("u1", HERE);
        takeAll(API, caller);
        assertThat(takeAll(ADMIN, caller)).isEqualTo(200);
        assertThat(takeAll(PUBLIC, caller)).isEqualTo(30);
    }

    @Test
    @Tag("RATE-2")
    void takesOfTheStrictestWhereNoRuleMatches() {
        Caller caller = Callers.anonymous(HERE);
        Limits.Taken taken = take(Optional.empty(), caller);
        assertThat(taken.category()).isEqualTo("public");
        assertThat(taken.limit()).isEqualTo(Limit.parse("30 per 1m per address"));
        assertThat(takeAll(PUBLIC, caller)).isEqualTo(29);
        assertThat(take(Optional.of("PUBLIC"), caller).category()).isEqualTo("public");
    }

    @ParameterizedTest
    @Tag("RATE-2")
    @CsvSource({
        "a: 10 per 1s per user; b: 100 per 1m per user, b",
        "a: 60 per 1m per user; b: 1 per 1s per user, b",
        "b: 1 per 1s per user; a: 1 per 1s per address, a",
        "a: 3 per 7s per user; b: 2 per 5s per user, b",
        "a: 86399999999999 per 1d per user; b: 86399999999998 per 1d per user, b",
    })
    void knowsTheLowestRateThenTheSmallestBucketThenTheFirstName(String written, String strictest) {
        Limits two = limits(written.split("; "));
        assertThat(two.take(Optional.empty(), Callers.anonymous(HERE))
                        .orElseThrow()
                        .category())
                .isEqualTo(strictest);
    }

    @Test
    @Tag("RATE-2")
    void saysNothingWhereThePolicyHasNoLimits() {
        Limits none = Limits.inMemory(Policies.limits(), new Events(), clock);
        assertThat(none.take(API, Callers.anonymous(HERE))).isEmpty();
        assertThat(none.take(Optional.empty(), Callers.address(HERE))).isEmpty();
    }

    @Test
    @Tag("RATE-2")
    void countsATenantTogether() {
        Limits perTenant = limits("t: 3 per 1m per tenant");
        Optional<String> category = Optional.of("t");
        Credential session = new Credential.Session("s");
        for (String user : List.of("u1", "u2", "u3")) {
            assertThat(perTenant
                            .take(category, Callers.user(user, "acme", HERE, session))
                            .orElseThrow()
                            .permit()
                            .granted())
                    .isTrue();
        }
        assertThat(perTenant
                        .take(category, Callers.user("u4", "acme", HERE, session))
                        .orElseThrow()
                        .permit()
                        .granted())
                .isFalse();
        assertThat(perTenant
                        .take(category, Callers.user("u5", "globex", HERE, session))
                        .orElseThrow()
                        .permit()
                        .granted())
                .isTrue();
        assertThat(perTenant
                        .take(category, Callers.anonymous(HERE))
                        .orElseThrow()
                        .permit()
                        .granted())
                .isTrue();
    }

    @Test
    @Tag("RATE-3")
    void saysAllThatTheHeadersNeed() {
        Limits.Taken taken = take(API, Callers.user("u1", HERE));
        assertThat(taken.category()).isEqualTo("api");
        assertThat(taken.limit().rate().count()).isEqualTo(100);
        assertThat(taken.limit().rate().per()).isEqualTo(Duration.ofMinutes(1));
        assertThat(taken.permit().remaining()).isEqualTo(99);
        assertThat(taken.permit().resetAfter()).isEqualTo(Duration.ofMillis(600));
    }

    @Test
    @Tag("RATE-3")
    void tellsACallerOnlyOfItsOwnBucket() {
        takeAll(API, Callers.user("u1", HERE));
        assertThat(take(API, Callers.user("u2", HERE)).permit().remaining()).isEqualTo(99);
    }

    @Test
    @Tag("RATE-1")
    void givesAPrefixOf64BitsOneBucket() {
        long granted = 0;
        for (int i = 0; i < 1 << 16; i++) {
            String address = "2001:db8:0:1::" + Integer.toHexString(i);
            granted += granted(PUBLIC, Callers.anonymous(address)) ? 1 : 0;
        }
        assertThat(granted).isEqualTo(30);
        assertThat(granted(PUBLIC, Callers.anonymous("2001:db8:0:2::1"))).isTrue();
    }

    @Test
    @Tag("RATE-1")
    void givesEverySpellingOfAnAddressOneBucket() {
        long granted = 0;
        for (String spelling :
                List.of("1.2.3.4", "::ffff:1.2.3.4", "::ffff:102:304", "::FFFF:0102:0304", "0:0:0:0:0:ffff:1.2.3.4")) {
            granted += takeAll(PUBLIC, Callers.anonymous(spelling));
        }
        assertThat(granted).isEqualTo(30);
    }

    private Limits limits(String... written) {
        return Limits.inMemory(Policies.limits(written), new Events(), clock);
    }

    private Limits.Taken take(Optional<String> category, Caller caller) {
        return limits.take(category, caller).orElseThrow();
    }

    private boolean granted(Optional<String> category, Caller caller) {
        return take(category, caller).permit().granted();
    }

    private long takeAll(Optional<String> category, Caller caller) {
        long granted = 0;
        while (granted(category, caller)) {
            granted++;
        }
        return granted;
    }
}
