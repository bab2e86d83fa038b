package foyer.access;

import static foyer.access.SomeAccess.ADA;
import static foyer.event.SomeEvents.aPublishedEventOf;
import static foyer.event.SomeEvents.aSubmissionWith;
import static org.assertj.core.api.Assertions.assertThat;

import foyer.shared.Fields;
import foyer.shared.TooManyRequests;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Eve asks for letters to Ada's address, from wherever she can: Ada gets in all the same, and not many letters. */
class LettersForOthersTest {
    private static final List<String> NETWORKS =
            IntStream.range(0, 5).mapToObj(number -> "10.0." + number + ".1").toList();
    /** Of one customer, who has 65,536 of them. */
    private static final List<String> OF_ONE_CUSTOMER = IntStream.range(0, 500)
            .mapToObj(number -> "2001:db8:7:" + Integer.toHexString(number) + "::1")
            .toList();

    private final SomeAccess access = new SomeAccess(aPublishedEventOf(aSubmissionWith("authType", "email")));

    @Test
    void whoAsksFromSomeNetworksLeavesTheOwnerTheirLetters() {
        eveAsksFor(Duration.ofMinutes(3), NETWORKS);

        adaComesIn();
    }

    @Test
    void whoAsksFromAllNetworksOfACustomerCountsAsOneWhoAsksOften() {
        eveAsksFor(Duration.ofMinutes(3), OF_ONE_CUSTOMER);

        adaComesIn();
    }

    @Test
    void anAddressIsSentNoMoreLettersThanBefore() {
        access.join(ADA);
        access.clock.pass(Duration.ofHours(1));

        var taken = IntStream.range(0, 100)
                .filter(number -> asked("10.1." + number + ".1"))
                .count();

        assertThat(taken).isLessThanOrEqualTo(12);
    }

    private void adaComesIn() {
        access.join(ADA);
        access.askForCode(ADA);
        var code = access.lastCode();
        eveAsksFor(Duration.ofMinutes(1), NETWORKS);

        assertThat(access.byCode(ADA, code).opened()).isNotNull();
    }

    private void eveAsksFor(Duration time, List<String> networks) {
        for (var second = 0; second < time.toSeconds(); second++) {
            access.clock.pass(Duration.ofSeconds(1));
            networks.forEach(this::asked);
        }
    }

    private boolean asked(String network) {
        var wish = Map.of("eventId", access.event.id().value(), "email", ADA);
        try {
            access.proving.sendCode(Fields.of(wish), network);
            return true;
        } catch (TooManyRequests refused) {
            return false;
        }
    }
}
