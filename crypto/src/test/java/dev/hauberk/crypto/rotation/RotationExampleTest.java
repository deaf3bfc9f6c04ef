package dev.hauberk.crypto.rotation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hauberk.Events;
import dev.hauberk.Tenant;
import dev.hauberk.crypto.field.BlindIndex;
import dev.hauberk.crypto.field.FieldCipher;
import dev.hauberk.key.KeyRing;
import dev.hauberk.policy.PolicyException;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What docs/rotation.md shows. */
@Tag("DATA-2")
class RotationExampleTest {
    @Test
    void rotatesAndScansAsTheDocumentationSays() {
        DataSource dataSource = Databases.h2();
        People people = People.in(dataSource).with(3);
        Databases.execute(
                dataSource,
                "create table notes (author varchar(20), number int, body varchar(400), primary key (author, number))");
        KeyRing keyRing = People.NEW;
        FieldCipher fieldCipher = FieldCipher.of(keyRing);
        BlindIndex emailIndex = People.index(People.NEW);
        Events events = new Events();

        assertThatThrownBy(() -> scan(dataSource)).isInstanceOf(PolicyException.class);
        EncryptedColumn email = EncryptedColumn.of("people", "email", "tenant").indexed("email_index", emailIndex);
        RotationReport report = Rotation.of(dataSource, keyRing, fieldCipher)
                .column(email)
                .column(EncryptedColumn.of("notes", "body", new Tenant("acme")).keyedBy("author", "number"))
                .rate(500)
                .events(events)
                .progress(RotationProgress.bar(System.out))
                .build()
                .run();

        assertThat(report.isComplete()).isTrue();
        assertThat(people.read(3, People.ONLY_NEW)).isEqualTo(People.email(3));
        scan(dataSource);
    }

    private static void scan(DataSource dataSource) {
        EnvelopeScan scan = EnvelopeScan.of(dataSource);
        scan.envelopes().forEach(System.out::println); // people.email holds 12 of k1 (envelope)
        scan.requireUnneeded(List.of("k1"));
    }
}
