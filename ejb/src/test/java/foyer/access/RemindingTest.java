package foyer.access;

import static foyer.event.SomeEvents.aPublishedEvent;
import static org.assertj.core.api.Assertions.assertThat;

import foyer.event.Event;
import foyer.mail.LinkSettings;
import foyer.registration.AccessLinks;
import foyer.registration.Registrations;
import foyer.registration.RegistrationsInMemory;
import foyer.shared.ClockMeter;
import foyer.shared.EmailAddress;
import foyer.shared.Secret;
import foyer.shared.SettableClock;
import foyer.shared.Signatures;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RemindingTest {
    private static final EmailAddress ADA = new EmailAddress("ada@example.com");
    private static final Duration AFTERWARDS = Duration.ofSeconds(3);

    private final SettableClock clock = new SettableClock();
    private final AtomicInteger lookedUp = new AtomicInteger();
    private final Event event = aPublishedEvent();
    private final Reminding reminding = reminding();

    @Test
    void whoComesNowAndThenIsAlwaysLookedUp() {
        for (var one = 0; one < 100; one++) {
            reminding.whoeverHasRegistered(event, ADA);
            clock.pass(Duration.ofMillis(100));
            reminding.remindWhoIsDue();
        }
        clock.pass(AFTERWARDS);
        reminding.remindWhoIsDue();

        assertThat(lookedUp).hasValue(100);
    }

    /** When the rush that they were refused in is over. */
    @Test
    void nobodyIsLookedUpBeforeSomeSecondsHavePassed() {
        reminding.whoeverHasRegistered(event, ADA);
        clock.pass(AFTERWARDS.minusMillis(1));
        reminding.remindWhoIsDue();
        assertThat(lookedUp).hasValue(0);

        clock.pass(Duration.ofMillis(1));
        reminding.remindWhoIsDue();
        reminding.remindWhoIsDue();

        assertThat(lookedUp).hasValue(1);
    }

    @Test
    void inARushSomeAreLeftOut() {
        for (var one = 0; one < 500; one++) {
            reminding.whoeverHasRegistered(event, ADA);
        }
        clock.pass(Duration.ofSeconds(1));
        for (var one = 0; one < 500; one++) {
            reminding.whoeverHasRegistered(event, ADA);
        }
        clock.pass(AFTERWARDS.minusSeconds(1));
        reminding.remindWhoIsDue();
        assertThat(lookedUp).hasValue(20);

        clock.pass(Duration.ofSeconds(1));
        reminding.remindWhoIsDue();

        assertThat(lookedUp).hasValue(30);
    }

    /** As where the store does not answer, and nobody is looked up for a long time. */
    @Test
    void noMoreThanSomeWaitToBeLookedUp() {
        for (var second = 0; second < 60; second++) {
            for (var one = 0; one < 50; one++) {
                reminding.whoeverHasRegistered(event, ADA);
            }
            clock.pass(Duration.ofSeconds(1));
        }
        clock.pass(AFTERWARDS);

        reminding.remindWhoIsDue();

        assertThat(lookedUp).hasValue(100);
    }

    private Reminding reminding() {
        var signatures = new Signatures(new Secret(new byte[32]));
        Registrations registrations = SomeAccess.listening(new RegistrationsInMemory(), (asked, any) -> {
            if (asked.equals("ownerOf")) {
                lookedUp.incrementAndGet();
            }
        });
        var letters = new ViewerLetters(new AccessLinks(signatures, new LinkSettings(SomeAccess.SITE)));
        var settings = new AccessSettings(Duration.ofMinutes(10), Duration.ofDays(60));
        var all = new Reminding(AFTERWARDS, new ClockMeter(clock));
        all.codes = new SendingCodes(registrations, new Proofs(signatures, settings), letters, clock);
        return all;
    }
}
