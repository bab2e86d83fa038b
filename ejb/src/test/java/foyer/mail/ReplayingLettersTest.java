package foyer.mail;

import static foyer.event.SomeEvents.aPublishedEvent;
import static org.assertj.core.api.Assertions.assertThat;

import foyer.shared.SettableClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ReplayingLettersTest {
    private final SettableClock clock = new SettableClock();
    private final OutboxInMemory outbox = new OutboxInMemory();
    private final ReplayingLetters replaying = new ReplayingLetters();

    @Test
    void aDeadLetterIsShownWithoutItsCodeAndComesBack() {
        replaying.outbox = outbox;
        replaying.clock = clock;
        var letter = SomeLetters.aLetter(LetterKind.CODE, aPublishedEvent(), "de");
        outbox.write(Posting.outgoing("one", letter, clock.instant()));
        var seen = outbox.due(Posting.AWAITED, 0, clock.instant(), 1).get(0);
        var claimed = outbox.claim(seen, clock.instant().plusSeconds(9)).orElseThrow();
        outbox.bury(claimed, clock.instant(), clock.instant().plus(Duration.ofDays(1)), "550 unknown");

        var shown = replaying.dead(10, null).items().get(0).view();
        assertThat(shown)
                .containsEntry("letterId", "one")
                .containsEntry("to", "ada@example.org")
                .containsEntry("reason", "550 unknown");
        assertThat(shown.toString()).doesNotContain("012345", "watch");

        replaying.replay("one");
        assertThat(replaying.dead(10, null).items()).isEmpty();
        assertThat(outbox.due(Posting.AWAITED, 0, clock.instant(), 1)).hasSize(1);
    }
}
