package dev.hauberk.servlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hauberk.data.Classification;
import dev.hauberk.data.Classified;
import dev.hauberk.key.SecretSource;
import dev.hauberk.policy.PolicyException;
import dev.hauberk.policy.SecurityPolicy;
import dev.hauberk.servlet.Hauberk.NamedStep;
import dev.hauberk.servlet.fixture.PlainHasher;
import dev.hauberk.servlet.fixture.Users;
import dev.hauberk.servlet.harness.Container;
import dev.hauberk.servlet.harness.Handler;
import dev.hauberk.servlet.harness.Served;
import dev.hauberk.servlet.harness.Wire;
import jakarta.servlet.Filter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("DATA-1")
class ClassifiedFieldsTest {
    private static final String POLICY = "fields: {Ledger: {restricted: [iban]}}\n";

    record Customer(
            @Classified(Classification.INTERNAL) String id,

            @Classified(Classification.RESTRICTED) String nationalId,

            String born) {}

    @Classified(Classification.INTERNAL)
    record View(String nationalId) {}

    static final class Marked {
        @Classified(Classification.RESTRICTED)
        String shoeSize = "";

        String other = "";
    }

    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();

    @ParameterizedTest
    @EnumSource(Container.class)
    void stripsAndMasksWhatIsRestrictedByAMarkByThePolicyOrForWantOfAMark(Container container)
            throws InterruptedException {
        Handler application = (request, response) -> {
            response.setContentType("application/json");
            response.getWriter()
                    .print("{\"id\":1,\"customer\":{\"national_id\":\"AB12\",\"born\":1815,\"other\":2},"
                            + "\"IBAN\":\"DE02\",\"shoe-size\":{\"eu\":[42]}}");
        };
        try (Hauberk hauberk = start(POLICY, Customer.class)) {
            List<Filter> filters = hauberk.steps().stream()
                    .filter(step -> Set.of("request-log", "strip").contains(step.name()))
                    .map(NamedStep::filter)
                    .toList();
            try (Served served = container.start(filters, application.servlet())) {
                assertThat(Wire.send(served.port(), "GET", "/customers/nationalId=AB12/x")
                                .text())
                        .isEqualTo("{\"id\":1,\"customer\":{\"other\":2}}");
                assertThat(lines.poll(10, TimeUnit.SECONDS))
                        .contains("nationalId=[restricted]")
                        .doesNotContain("AB12");
            }
            assertThat(hauberk.fields().restricted()).containsExactly("born", "iban", "nationalId", "shoeSize");
        }
    }

    @Test
    void doesNotStartWhereARestrictedFieldIsCopiedToALaxType() {
        assertThatThrownBy(() -> start(POLICY, Customer.class, View.class))
                .isInstanceOf(PolicyException.class)
                .hasMessageContaining("View.nationalId [DATA-1]");
    }

    @Test
    void tellsOfFieldsAndKeysAtOnce() {
        assertThatThrownBy(() -> Hauberk.with(SecurityPolicy.parse(POLICY, "hauberk.yml"))
                        .secrets(SecretSource.of(Map.of()))
                        .accounts(new Users())
                        .classified(Customer.class, View.class)
                        .start())
                .isInstanceOf(PolicyException.class)
                .hasMessageContaining("HAUBERK_KEYS")
                .hasMessageContaining("View.nationalId");
    }

    private Hauberk start(String policy, Class<?>... types) {
        return Hauberk.with(SecurityPolicy.parse(policy, "hauberk.yml"))
                .secrets(SecretSource.of(Map.of("HAUBERK_KEYS", "ephemeral")))
                .accounts(new Users())
                .passwords(new PlainHasher())
                .requestLog(lines::add)
                .classified(types)
                .marked(List.of(Marked.class))
                .start();
    }
}
