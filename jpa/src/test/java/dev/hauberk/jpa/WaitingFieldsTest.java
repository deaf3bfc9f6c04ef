package dev.hauberk.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("DATA-2")
class WaitingFieldsTest {
    private final WaitingFields fields = new WaitingFields();
    private final List<Object> opened = new ArrayList<>();

    /** An entity that calls itself equal to every other. */
    private static final class Alike {
        @Override
        public boolean equals(Object other) {
            return other instanceof Alike;
        }

        @Override
        public int hashCode() {
            return 1;
        }
    }

    @Test
    void opensWhatWaitsForAnEntityInItsOrderAndOnce() {
        Alike entity = new Alike();
        Alike other = new Alike();
        fields.add(entity, row -> opened.add("first"));
        fields.add(entity, row -> opened.add(row));
        fields.add(other, row -> opened.add("other's"));

        fields.open(entity);
        fields.open(entity);

        assertThat(opened).hasSize(2).startsWith("first");
        assertThat(opened.get(1)).isSameAs(entity);
    }

    @Test
    void letsGoOfWhatWaitsForAnEntityThatIsNeverFinished() {
        WeakReference<Object> left = leave();
        for (int i = 0; i < 200 && left.get() != null; i++) {
            System.gc();
            fields.add(new Object(), row -> {});
        }

        assertThat(left.get()).isNull();
    }

    /** Nothing but the map holds what is left here. */
    private WeakReference<Object> leave() {
        byte[] remembered = new byte[1];
        Consumer<Object> opening = row -> opened.add(remembered);
        fields.add(new Object(), opening);
        return new WeakReference<>(remembered);
    }

    @Test
    void knowsAnEntityByItselfAlone() {
        Object entity = new Alike();
        WaitingFields.Key key = new WaitingFields.Key(entity, null);
        WaitingFields.Key gone = new WaitingFields.Key(entity, null);
        gone.clear();

        assertThat(key.equals(key)).isTrue();
        assertThat(key).isEqualTo(new WaitingFields.Key(entity, null)).hasSameHashCodeAs(gone);
        assertThat(key.equals(new WaitingFields.Key(new Alike(), null))).isFalse();
        assertThat(key.equals((Object) "other")).isFalse();
        assertThat(gone.equals(key)).isFalse();
        assertThat(key.equals(gone)).isFalse();
        assertThat(gone.equals(gone)).isTrue();
    }
}
