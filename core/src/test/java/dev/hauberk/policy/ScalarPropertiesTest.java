package dev.hauberk.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.hauberk.ClientAddress;
import dev.hauberk.Control;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

/** Every value type reads what it writes, and answers any other text with an {@link IllegalArgumentException} alone. */
@Tag("POSTURE-2")
class ScalarPropertiesTest {
    private static final List<Class<?>> TYPES = List.of(
            Rate.class,
            Limit.class,
            DataSize.class,
            Failures.class,
            Shape.class,
            Cidr.class,
            Duration.class,
            LocalDate.class,
            int.class,
            long.class,
            boolean.class,
            String.class,
            Control.class,
            TokenPolicy.Carrier.class);

    @Provide
    Arbitrary<Duration> times() {
        return Arbitraries.longs()
                .between(1, Duration.ofDays(40_000).toMillis())
                .map(Duration::ofMillis);
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> close = Arbitraries.of(
                        "5",
                        "per",
                        "15m",
                        "user",
                        "address",
                        "KB",
                        "MB",
                        "10",
                        "failures",
                        "text",
                        "1..200",
                        "/8",
                        "10.0.0.0",
                        "::1",
                        "d",
                        "-1",
                        ".",
                        "99999999999999999999",
                        "٣",
                        "0x10",
                        "1e3",
                        " ",
                        "\u00a0",
                        "\t",
                        "\n",
                        "\u0000",
                        "true",
                        "2027-01-31")
                .list()
                .ofMaxSize(6)
                .map(words -> String.join("", words));
        return Arbitraries.oneOf(
                close,
                Arbitraries.strings().ofMaxLength(40),
                Arbitraries.strings().numeric().ofMaxLength(30));
    }

    @Property
    void readsOrRefusesAnyText(@ForAll("texts") String text) {
        for (Class<?> type : TYPES) {
            Throwable thrown = catchThrowable(() -> ScalarType.parse(type, text));
            assertThat(thrown == null || thrown instanceof IllegalArgumentException)
                    .as("%s of %s", type, text)
                    .isTrue();
        }
    }

    @Property
    void readsTheTimeThatItWrites(@ForAll("times") Duration time) {
        assertThat(Scalars.time(Scalars.text(time))).isEqualTo(time);
    }

    @Property
    void readsTheRateAndTheLimitThatItWrites(
            @ForAll @LongRange(min = 1, max = 1_000_000_000_000L) long count,
            @ForAll("times") Duration per,
            @ForAll Limit.Scope scope) {
        Rate rate = new Rate(count, per);

        assertThat(Rate.parse(rate.toString())).isEqualTo(rate);
        assertThat(Limit.parse(rate + " per " + Scalars.word(scope)))
                .isEqualTo(new Limit(rate, scope))
                .hasToString(new Limit(rate, scope).toString());
    }

    @Property
    void readsTheSizeThatItWrites(@ForAll @LongRange(min = 0, max = Long.MAX_VALUE / 2) long bytes) {
        DataSize size = new DataSize(bytes % 1_000_000_000_000_000_000L);

        assertThat(DataSize.parse(size.toString())).isEqualTo(size);
    }

    @Property
    void readsTheShapeThatItWrites(@ForAll("shapes") Shape shape) {
        assertThat(Shape.parse(shape.toString())).isEqualTo(shape);
    }

    @Provide
    Arbitrary<Shape> shapes() {
        Arbitrary<Shape> ranges = Combinators.combine(
                        Arbitraries.of(Shape.Type.TEXT, Shape.Type.SECRET, Shape.Type.TEXTS, Shape.Type.INTEGER),
                        Arbitraries.longs().between(0, 1_000_000),
                        Arbitraries.longs().between(0, 1_000_000))
                .as((type, a, b) -> new Shape(type, Math.min(a, b), Math.max(a, b)));
        Arbitrary<Shape> integers =
                Arbitraries.longs().between(-1_000_000, 0).map(min -> new Shape(Shape.Type.INTEGER, min, 7));
        return Arbitraries.oneOf(
                ranges,
                integers,
                Arbitraries.of("boolean", "number", "text", "integer", "texts").map(Shape::parse));
    }

    @Property
    void readsEveryAddressThatTheJdkWrites(@ForAll @Size(16) byte[] bytes, @ForAll boolean four) {
        ClientAddress address = ClientAddress.ofBytes(four ? Arrays.copyOf(bytes, 4) : bytes);

        assertThat(AddressLiteral.parse(address.text())).contains(address);
    }

    @Property
    void neverLooksANameUp(@ForAll("texts") String text) {
        // A name that the JDK would ask a server for holds a letter beyond f, or no colon.
        AddressLiteral.parse(text + "example")
                .ifPresent(address -> assertThat(address).as(text).isNull());
    }

    @Property
    void holdsExactlyTheAddressesOfItsPrefix(
            @ForAll @Size(4) byte[] bytes,
            @ForAll @IntRange(min = 8, max = 32) int bits,
            @ForAll @IntRange(max = 31) int flip) {
        int value = ByteBuffer.wrap(bytes).getInt();
        int network = value & -1 << 32 - bits;
        Cidr range = Cidr.parse(address(network).text() + "/" + bits);

        assertThat(range.contains(address(value))).isTrue();
        assertThat(range.contains(address(value ^ 1 << 31 - flip))).isEqualTo(flip >= bits);
        assertThat(Cidr.parse(range.toString())).hasToString(range.toString());
        if (value != network) {
            assertThatThrownBy(() -> Cidr.parse(address(value).text() + "/" + bits))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Property
    void takesSignInSettingsThatCanBeCountedExactlyAndNoOthers(@ForAll @LongRange(min = 1, max = 100) long attempts) {
        Throwable thrown = catchThrowable(() -> new SignInPolicy(
                "/auth",
                new Rate(attempts, Duration.ofMinutes(15)),
                new Lockout(new Failures(10), Duration.ofMinutes(30))));

        assertThat(thrown == null).isEqualTo(attempts <= 20);
    }

    private static ClientAddress address(int value) {
        return ClientAddress.ofBytes(ByteBuffer.allocate(4).putInt(value).array());
    }
}
