package dev.hauberk.redact;

import dev.hauberk.data.FieldCatalogue;
import dev.hauberk.policy.LogPolicy;
import dev.hauberk.policy.LogPolicy.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Masks what no log line may hold (PII-1): {@code ada@acme.example} becomes {@code [email]}.
 *
 * <p>Guaranteed: time in proportion to the line, whatever it holds; where nothing is found, the same instance comes back; where
 * the redactor itself fails, a fixed text comes back and never the line. In doubt it masks: {@code a@b} is an address to it.
 * A line of JSON stays one.
 *
 * <p>Not guaranteed: that a person is not recognised by other words, and that a value split over two lines is found, nor what stands behind a quote
 * or a bracket within a restricted member's value that is itself not quoted.
 * Immutable and thread-safe.
 */
public final class Redactor {
    /** What is written instead of a line when the redactor fails. */
    public static final String WITHHELD = "[a line was withheld: the redactor failed on it]";

    private final List<Finder> finders;

    Redactor(Collection<Finder> finders) {
        this.finders = List.copyOf(finders);
    }

    /** Masks what a policy says. */
    public static Redactor of(LogPolicy policy) {
        return of(policy.redact());
    }

    /** Masks what a policy says, and the values of members that a catalogue restricts. */
    public static Redactor of(LogPolicy policy, FieldCatalogue fields) {
        List<Finder> finders = new ArrayList<>(of(policy).finders);
        if (!fields.restricted().isEmpty()) {
            finders.add(new MemberFinder(fields.restricted()));
        }
        return new Redactor(finders);
    }

    /** Masks every kind. */
    public static Redactor standard() {
        return of(Set.of(Kind.values()));
    }

    private static Redactor of(Set<Kind> kinds) {
        // The order of the kinds is the order of the finders: what several find has the mask of the one that starts
        // first.
        return new Redactor(Arrays.stream(Kind.values())
                .filter(kinds::contains)
                .flatMap(Redactor::finders)
                .toList());
    }

    private static Stream<Finder> finders(Kind kind) {
        return switch (kind) {
            case EMAIL -> Stream.of(new EmailFinder(), new EncodedEmailFinder());
            case TOKEN -> Stream.of(new TokenFinder());
            case PHONE -> Stream.of(new PhoneFinder());
            case CARD -> Stream.of(new CardFinder());
            case SECRET -> Stream.of(new SecretFinder());
            case NATIONAL_ID -> Stream.of(new NationalIdFinder());
        };
    }

    /**
     * A line without what is masked.
     *
     * @param line any text, of any length; line breaks are kept as they are
     * @return the same instance where nothing is found
     */
    public String redact(String line) {
        try {
            Spans found = new Spans();
            for (Finder finder : finders) {
                finder.find(line, found);
            }
            return found.mask(line);
        } catch (RuntimeException e) {
            // The exception may quote the line, and is dropped with it.
            return WITHHELD;
        }
    }
}
