package dev.hauberk.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hauberk.Tenant;
import dev.hauberk.crypto.field.BlindIndex;
import dev.hauberk.crypto.field.FieldCipher;
import dev.hauberk.crypto.field.FieldCodec;
import dev.hauberk.crypto.field.Normaliser;
import dev.hauberk.crypto.rotation.EncryptedColumn;
import dev.hauberk.crypto.rotation.EnvelopeScan;
import dev.hauberk.crypto.rotation.Rotation;
import dev.hauberk.crypto.rotation.RotationReport;
import dev.hauberk.crypto.rotation.RotationSchema;
import dev.hauberk.key.KeyRing;
import dev.hauberk.policy.PolicyException;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Entities whose columns the rotation moves to another key, as the documentation says that it is told. */
@Tag("DATA-2")
class RotatedEntitiesTest {
    @ParameterizedTest
    @EnumSource(Engine.class)
    void areReadWithoutTheKeyThatTheRotationMovedThemFrom(Engine engine) {
        DataSource source = engine.empty();
        Customer ada = Customer.ada();
        Map<String, Object> keep = Map.of("hibernate.hbm2ddl.auto", "create");
        try (Hibernate before = Hibernate.start(source, SomeKeys.entities(SomeKeys.first()), keep, Customer.class)) {
            before.run(session -> session.persist(ada));
        }
        EnvelopeScan scan = EnvelopeScan.of(source);
        assertThatThrownBy(() -> scan.requireUnneeded(List.of("k1"))).isInstanceOf(PolicyException.class);

        RotationSchema.install(source);
        RotationReport report = rotation(source, SomeKeys.both()).run();

        assertThat(report.isComplete()).isTrue();
        assertThat(report.columns())
                .allSatisfy(column ->
                        assertThat(column.rewritten()).as(column.column()).isOne());
        assertThatCode(() -> scan.requireUnneeded(List.of("k1"))).doesNotThrowAnyException();
        Map<String, Object> then = Map.of("hibernate.hbm2ddl.auto", "none");
        EncryptedEntities entities = SomeKeys.entities(SomeKeys.second());
        try (Hibernate after = Hibernate.start(source, entities, then, Customer.class)) {
            Customer read = after.get(session -> session.createQuery(
                            "from Customer where emailIndex in :found", Customer.class)
                    .setParameter(
                            "found",
                            entities.index(Customer.class, "email").lookups("ADA@acme.example", new Tenant("acme")))
                    .getSingleResult());
            assertThat(read)
                    .usingRecursiveComparison()
                    .ignoringFields("emailIndex")
                    .isEqualTo(ada);
        }
    }

    private static Rotation rotation(DataSource source, KeyRing keys) {
        return Rotation.of(source, keys, FieldCipher.of(keys))
                .column(column("email")
                        .indexed("emailIndex", BlindIndex.of(keys, "Customer", "email", Normaliser.text())))
                .column(column("photo").holding(FieldCodec.bytes()))
                .column(column("salary").holding(FieldCodec.decimals().padded(64)))
                .column(column("born").holding(FieldCodec.dates()))
                .column(column("seen").holding(FieldCodec.instants()))
                .column(column("points").holding(FieldCodec.longs()))
                .column(column("shoeSize").holding(FieldCodec.longs()))
                .column(column("floor").holding(FieldCodec.longs()))
                .column(column("account").holding(FieldCodec.decimals()))
                .build();
    }

    private static EncryptedColumn column(String name) {
        return EncryptedColumn.of("Customer", name, "organisation");
    }
}
