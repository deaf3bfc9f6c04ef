package dev.hauberk.servlet.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hauberk.policy.ContactPolicy;
import dev.hauberk.policy.ResponsePolicy;
import dev.hauberk.servlet.harness.Container;
import dev.hauberk.servlet.harness.Handler;
import dev.hauberk.servlet.harness.Reply;
import dev.hauberk.servlet.harness.Sections;
import dev.hauberk.servlet.harness.Served;
import dev.hauberk.servlet.harness.Wire;
import dev.hauberk.servlet.headers.HeadersFilter;
import dev.hauberk.servlet.strip.StripFilter;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("INC-4")
@ParameterizedClass
@EnumSource(Container.class)
class SecurityTxtFilterTest {
    private static final ContactPolicy CONTACTS = new ContactPolicy(
            List.of("mailto:security@acme.example", "https://acme.example/report"),
            Optional.of(LocalDate.of(2027, 10, 31)),
            Optional.of("https://acme.example/policy"),
            List.of("en", "de"));
    private static final Handler APPLICATION = (request, response) -> {
        request.getSession(true);
        response.setContentType("application/json");
        response.getWriter().print("{}");
    };

    @Parameter
    Container container;

    private Served start(ContactPolicy contacts) {
        ResponsePolicy nothingPasses = new ResponsePolicy(Set.of("contact"), List.of(), Set.of());
        return container.start(
                List.of(
                        HeadersFilter.of(Sections.headers()),
                        SecurityTxtFilter.of(contacts),
                        StripFilter.of(nothingPasses)),
                APPLICATION.servlet());
    }

    @Test
    void answersWithTheFileAndWithoutASession() {
        try (Served served = start(CONTACTS)) {
            Reply reply = served.get(SecurityTxtFilter.PATH);
            assertThat(reply.status()).isEqualTo(200);
            assertThat(reply.header("Content-Type").replace(" ", "")).isEqualToIgnoringCase("text/plain;charset=utf-8");
            assertThat(reply.all("Set-Cookie")).isEmpty();
            assertThat(reply.header("X-Frame-Options")).isEqualTo("DENY");
            assertThat(reply.text())
                    .isEqualTo("Contact: mailto:security@acme.example\r\n"
                            + "Contact: https://acme.example/report\r\n"
                            + "Expires: 2027-10-31T23:59:59Z\r\n"
                            + "Policy: https://acme.example/policy\r\n"
                            + "Preferred-Languages: en, de\r\n");
        }
    }

    @Test
    void answersHeadWithoutABody() {
        try (Served served = start(CONTACTS)) {
            Reply reply = Wire.send(served.port(), "HEAD", SecurityTxtFilter.PATH);
            assertThat(reply.status()).isEqualTo(200);
            assertThat(reply.body()).isEmpty();
        }
    }

    @Test
    void leavesOtherMethodsAndPathsToTheApplication() {
        try (Served served = start(CONTACTS)) {
            assertThat(Wire.send(served.port(), "POST", SecurityTxtFilter.PATH).text())
                    .isEqualTo("{}");
            assertThat(served.get("/.well-known/Security.txt").text()).isEqualTo("{}");
        }
    }

    @Test
    void answersNothingWhereThePolicyNamesNobody() {
        ContactPolicy nobody = new ContactPolicy(List.of(), Optional.empty(), Optional.empty(), List.of("en"));
        try (Served served = start(nobody)) {
            assertThat(served.get(SecurityTxtFilter.PATH).text()).isEqualTo("{}");
        }
    }

    @Test
    void refusesAContactWithoutADate() {
        ContactPolicy undated =
                new ContactPolicy(List.of("mailto:a@b.example"), Optional.empty(), Optional.empty(), List.of());
        assertThatThrownBy(() -> SecurityTxtFilter.of(undated)).hasMessageContaining("contacts.expires");
    }

    @Test
    void refusesAValueThatBreaksALine() {
        ContactPolicy forged = new ContactPolicy(
                List.of("mailto:a@b.example\nContact: evil"),
                Optional.of(LocalDate.of(2027, 1, 1)),
                Optional.empty(),
                List.of());
        assertThatThrownBy(() -> SecurityTxtFilter.of(forged)).hasMessageContaining("control character");
    }
}
