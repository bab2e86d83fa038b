package foyer.access;

import static foyer.event.SomeEvents.aPublishedEvent;
import static org.assertj.core.api.Assertions.assertThat;

import foyer.event.Event;
import foyer.mail.LinkSettings;
import foyer.registration.AccessLinks;
import foyer.registration.Registrations;
import foyer.registration.RegistrationsInMemory;
import foyer.shared.EmailAddress;
import foyer.shared.Secret;
import foyer.shared.SettableClock;
import foyer.shared.Signatures;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RemindingTest {
    private static final EmailAddress ADA = new EmailAddress("ada@example.com");

    private final SettableClock clock = new SettableClock();
    private final AtomicInteger lookedUp = new AtomicInteger();
    private final Event event = aPublishedEvent();
    private final Reminding reminding = reminding();

    @Test
    void whoComesNowAndThenIsAlwaysLookedUp() {
        for (var one = 0; one < 100; one++) {
            reminding.whoeverHasRegistered(event, ADA);
            clock.pass(Duration.ofMillis(100));
        }

        assertThat(lookedUp).hasValue(100);
    }

    @Test
    void inARushSomeAreLeftOut() {
        for (var one = 0; one < 500; one++) {
            reminding.whoeverHasRegistered(event, ADA);
        }
        assertThat(lookedUp).hasValue(20);

        clock.pass(Duration.ofSeconds(1));
        for (var one = 0; one < 500; one++) {
            reminding.whoeverHasRegistered(event, ADA);
        }

        assertThat(lookedUp).hasValue(30);
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
        var all = new Reminding(new Meter());
        all.codes = new SendingCodes(registrations, new Proofs(signatures, settings), letters, clock);
        return all;
    }

    /** By the clock of the test. */
    private final class Meter implements TimeMeter {
        @Override
        public long currentTimeNanos() {
            return Duration.ofMillis(clock.millis()).toNanos();
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}
