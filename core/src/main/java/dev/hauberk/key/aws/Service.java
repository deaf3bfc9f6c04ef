package dev.hauberk.key.aws;

import dev.hauberk.Control;
import dev.hauberk.policy.Place;
import dev.hauberk.policy.PolicyException;
import dev.hauberk.policy.Problem;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Calls a service of AWS. What fails is told by its code alone, since a message may hold more. A service that is down or throttles, after
 * the retries of the SDK, is left alone for a second, and for twice as long with each further failure. Thread-safe; one call at a time.
 */
final class Service {
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final int MOST_DOUBLINGS = 8;
    private static final Pattern CODE = Pattern.compile("[A-Za-z]{1,64}");

    private final Place place;
    private final InstantSource clock;
    private final ReentrantLock calling = new ReentrantLock();
    private int failures;
    private Instant notBefore = Instant.MIN;

    /** @param name what the places of its problems call it */
    Service(String name, InstantSource clock) {
        this.place = new Place(name, 0);
        this.clock = clock;
    }

    /**
     * What the service answers.
     *
     * @param what what is asked for, without a secret
     * @throws PolicyException with one problem, where it does not answer or is not asked
     */
    <T> T ask(String what, Supplier<T> call) {
        calling.lock();
        try {
            if (clock.instant().isBefore(notBefore)) {
                throw refusal(what, "an answer", "a failure before", "It is not asked again before " + notBefore + ".");
            }
            return answer(what, call);
        } finally {
            calling.unlock();
        }
    }

    private <T> T answer(String what, Supplier<T> call) {
        try {
            T answer = call.get();
            failures = 0;
            return answer;
        } catch (AwsServiceException e) {
            if (e.statusCode() >= 500 || e.isThrottlingException()) {
                pause();
            }
            throw refusal(what, "an answer", codeOf(e), "Look up what its documentation says of this code.");
        } catch (SdkException e) {
            pause();
            String kind = e.getClass().getSimpleName();
            throw refusal(
                    what, "an answer", "none (" + kind + ")", "Check the network, the region and the credentials.");
        } catch (RuntimeException e) {
            // Something is missing, and the message may hold what is there.
            throw refusal(what, "an answer", "one that cannot be read", "Check which service answers there.");
        }
    }

    private void pause() {
        notBefore = clock.instant().plus(FIRST_PAUSE.multipliedBy(1L << Math.min(failures, MOST_DOUBLINGS)));
        failures++;
    }

    /** An exception with one problem of this service. */
    PolicyException refusal(String what, String asked, String set, String remedy) {
        return new PolicyException(List.of(problem(what, asked, set, remedy)));
    }

    /** A problem of this service. */
    Problem problem(String what, String asked, String set, String remedy) {
        return new Problem(place, what, Optional.of(Control.DATA_3), asked, set, remedy);
    }

    private static String codeOf(AwsServiceException e) {
        return Optional.ofNullable(e.awsErrorDetails())
                .map(details -> details.errorCode())
                .filter(code -> CODE.matcher(code).matches())
                .orElse("status " + e.statusCode());
    }
}
