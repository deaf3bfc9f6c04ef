package dev.hauberk.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hauberk.crypto.field.Envelope;
import dev.hauberk.crypto.field.FieldCipher;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicReference;
import org.hibernate.generator.BeforeExecutionGenerator;
import org.hibernate.generator.EventType;
import org.hibernate.generator.EventTypeSets;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("DATA-2")
class SealedValueTest {
    private final AtomicReference<String> tenant = new AtomicReference<>("acme");
    private final Object entity = new Object();
    private final SealedColumn column = column(FieldCipher.of(SomeKeys.first()));

    private SealedColumn column(FieldCipher cipher) {
        return new SealedColumn(
                cipher,
                Kind.of(String.class).orElseThrow(),
                "t",
                "c",
                new RowReader("E", row -> tenant.get(), row -> 7L));
    }

    private SealedValue held(String value) {
        return SealedValue.held(column, value, entity);
    }

    private SealedValue stored(String value) {
        return SealedValue.stored(held(value).envelope());
    }

    @Test
    void isEncryptedOnceAndOpensInItsRow() {
        SealedValue held = held("hidden");

        assertThat(held.envelope()).startsWith(Envelope.MARK).isEqualTo(held.envelope());
        assertThat(held.copy().envelope()).isEqualTo(held.envelope());
        assertThat(SealedValue.stored(held.envelope()).of(column, entity)).isEqualTo("hidden");
        assertThat(held.isOpen()).isTrue();
    }

    @Test
    void doesNotRememberWhatAQueryCacheMayHold() {
        SealedValue stored = stored("hidden");
        stored.of(column, entity);
        SealedValue kept = stored.copy();
        kept.of(column, entity);

        assertThat(stored.isOpen()).isFalse();
        assertThat(kept.isOpen()).isTrue();
    }

    @Test
    void isLikeWhatHoldsTheSameValueInTheSameRow() {
        SealedValue stored = stored("a");

        assertThat(held("a").isLike(held("a"))).isTrue();
        assertThat(held("a").isLike(held("b"))).isFalse();
        assertThat(held("a").isLike(stored)).isTrue();
        assertThat(stored.isLike(held("a"))).isTrue();
        assertThat(stored.isLike(held("b"))).isFalse();
        assertThat(stored.isLike(SealedValue.stored(stored.envelope()))).isTrue();
        assertThat(stored.isLike(stored("a"))).isFalse();
    }

    @Test
    void isNotLikeItselfInTheRowOfAnotherTenant() {
        SealedValue stored = stored("a");
        SealedValue written = held("a");
        written.envelope();
        tenant.set("umbrella");

        assertThat(held("a").isLike(stored)).isFalse();
        assertThat(held("a").isLike(written)).isFalse();
        assertThat(written.isLike(held("a"))).isFalse();
    }

    @Test
    void keepsTheEnvelopeOfTheSameValueAndOfNoOther() {
        SealedValue before = stored("a").copy();

        SealedValue same = held("a");
        same.keep(before);
        assertThat(same.envelope()).isEqualTo(before.envelope());
        SealedValue other = held("b");
        other.keep(before);
        assertThat(other.envelope()).isNotEqualTo(before.envelope());
        String written = other.envelope();
        other.keep(held("b"));
        assertThat(other.envelope()).isEqualTo(written);
        SealedValue unwritten = held("a");
        unwritten.keep(held("a"));
        assertThat(unwritten.envelope()).isNotEqualTo(before.envelope());
        before.keep(same);
        assertThat(before.envelope()).isEqualTo(same.envelope());
    }

    @Test
    void doesNotKeepAStaleEnvelope() {
        SealedValue before = stored("a").copy();
        SealedValue now = SealedValue.held(column(FieldCipher.of(SomeKeys.both())), "a", entity);

        now.keep(before);

        assertThat(Envelope.keyIdOf(now.envelope())).contains("k2");
    }

    @Test
    void isSerialisedAsItsEnvelope() throws IOException, ClassNotFoundException {
        SealedValue opened = stored("hidden").copy();
        opened.of(column, entity);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(opened);
        }

        assertThat(bytes.toString(StandardCharsets.ISO_8859_1)).doesNotContain("hidden");
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            SealedValue read = (SealedValue) in.readObject();
            assertThat(read.envelope()).isEqualTo(opened.envelope());
            assertThat(read.isOpen()).isFalse();
        }
    }

    @Test
    void hasATypeThatTakesNothingElse() {
        SealedType type = new SealedType();
        SealedValue value = held("a");

        assertThat(type.equals(null, null)).isTrue();
        assertThat(type.equals(value, null)).isFalse();
        assertThat(type.equals(null, value)).isFalse();
        assertThat(type.equals(value, held("a"))).isTrue();
        assertThat(type.hashCode(value)).isEqualTo(type.hashCode(held("b")));
        assertThat(type.deepCopy(null)).isNull();
        assertThat(type.disassemble(null)).isNull();
        assertThat(type.assemble(null, entity)).isNull();
        assertThat(type.disassemble(value)).isEqualTo(value.envelope());
        assertThatThrownBy(() -> type.disassemble("plain"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("this is a java.lang.String");
        assertThatThrownBy(() -> type.assemble("hbk-v01-x", entity)).hasMessageContaining("install EncryptedEntities");
    }

    @Test
    void opensWhatWaitsForItsOwnEntityAlone() {
        WaitingFields waiting = new WaitingFields();
        AtomicReference<Object> opened = new AtomicReference<>();
        String one = new String("same");
        String other = new String("same");

        waiting.add(one, opened::set);
        waiting.open(other);
        assertThat(opened).hasNullValue();
        waiting.open(one);
        assertThat(opened.get()).isSameAs(one);
        opened.set(null);
        waiting.open(one);
        assertThat(opened).hasNullValue();
    }

    @Test
    void takesIdsThatAnApplicationGeneratesWithoutTheDatabase() {
        BeforeExecutionGenerator own = new BeforeExecutionGenerator() {
            @Override
            public Object generate(
                    org.hibernate.engine.spi.SharedSessionContractImplementor session,
                    Object owner,
                    Object present,
                    EventType event) {
                return 1L;
            }

            @Override
            public java.util.EnumSet<EventType> getEventTypes() {
                return EventTypeSets.INSERT_ONLY;
            }
        };

        assertThat(KeyCheck.isBeforeTheInsert(own)).isTrue();
    }
}
