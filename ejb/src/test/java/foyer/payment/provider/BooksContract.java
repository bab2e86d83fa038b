package foyer.payment.provider;

import static foyer.payment.SomePayments.TWELVE;
import static org.assertj.core.api.Assertions.assertThat;

import foyer.payment.ledger.Disputes;
import foyer.payment.ledger.Progress;
import foyer.payment.ledger.Seen;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the provider tells of all that happened there. */
public interface BooksContract extends AtAProvider {
    @Test
    default void theJournalTellsWhatHappenedSinceAPlace() {
        var before = aPaidOne();
        clock().pass(Duration.ofMinutes(1));
        var from = checkouts().heardSince(null);
        assertThat(from.payments()).isEmpty();
        var paid = aPaidOne();
        var disputed = aPaidOne();
        outside().dispute(disputed);
        clock().pass(Duration.ofMinutes(1));

        var heard = checkouts().heardSince(from.place());

        assertThat(heard.payments())
                .containsExactlyInAnyOrder(paid.id(), disputed.id())
                .doesNotContain(before.id());
        assertThat(heard.gap()).isFalse();
        assertThat(heard.more()).isFalse();
        // What is new may still get a neighbour before it, so that it is told once more until it is out of doubt.
        clock().pass(Duration.ofMinutes(15));
        var quiet = checkouts().heardSince(heard.place());
        assertThat(checkouts().heardSince(quiet.place()).payments()).isEmpty();
    }

    @Test
    default void theStatementHasAllThatWasBegun() {
        var from = clock().instant();
        var open = anOpenPayment();
        var paid = aPaidOne();
        checkouts().refund(paid, 200);
        clock().pass(Duration.ofSeconds(1));

        var statement = checkouts().statement(from, clock().instant(), null);

        assertThat(statement.next()).isNull();
        assertThat(statement.entries())
                .containsExactlyInAnyOrder(
                        new Checkouts.Entry(open.atProvider().orElseThrow().id(), open.id(), Seen.at(Progress.OPEN)),
                        new Checkouts.Entry(
                                paid.atProvider().orElseThrow().id(),
                                paid.id(),
                                new Seen(Progress.PAID, TWELVE, 200, 0, 0, Disputes.NONE, Set.of())));
    }

    @Test
    default void theStatementHasNothingOfAnotherTime() {
        var from = clock().instant();
        anOpenPayment();
        clock().pass(Duration.ofSeconds(5));
        var later = clock().instant();

        assertThat(checkouts().statement(from.minusSeconds(5), from, null).entries())
                .isEmpty();
        assertThat(checkouts().statement(later, later.plusSeconds(5), null).entries())
                .isEmpty();
    }
}
