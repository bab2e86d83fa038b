package foyer.payment.ledger;

import static foyer.shared.SettableClock.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import foyer.event.EventId;
import foyer.registration.RegistrationId;
import foyer.shared.Alongside;
import foyer.shared.Page;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which payments there are: of a registration, of an event, of a day, and due. */
public interface ListingContract extends AtAKeeper {
    @Test
    default void thoseOfARegistrationAreListedOldestFirst() {
        var registration = RegistrationId.fresh();
        var second = added(anIntent(registration, EventId.fresh(), LATER));
        var first = added(anIntent(registration, EventId.fresh(), NOON));
        added(anIntent());

        assertThat(payments().of(registration)).containsExactly(first, second);
        assertThat(payments().of(RegistrationId.fresh())).isEmpty();
    }

    @Test
    default void thoseOfAnEventAreListedOldestFirstInParts() {
        var event = EventId.fresh();
        var added = new ArrayList<Payment>();
        for (var minute = 0; minute < 5; minute++) {
            added.add(added(anIntent(RegistrationId.fresh(), event, NOON.plusSeconds(60L * minute))));
        }
        added(anIntent());

        assertThat(listed(position -> payments().ofEvent(event, 2, position))).containsExactlyElementsOf(added);
        assertThat(payments().ofEvent(event, 5, null).next()).isNull();
    }

    @Test
    default void aDayIsOneInCoordinatedUniversalTime() {
        var day = LocalDate.parse("2031-03-30");
        var midnight = Instant.parse("2031-03-30T00:00:00Z");
        added(anIntent(RegistrationId.fresh(), EventId.fresh(), midnight.minusMillis(1)));
        var first = added(anIntent(RegistrationId.fresh(), EventId.fresh(), midnight));
        var last = added(anIntent(
                RegistrationId.fresh(),
                EventId.fresh(),
                midnight.plus(Duration.ofDays(1)).minusMillis(1)));
        added(anIntent(RegistrationId.fresh(), EventId.fresh(), midnight.plus(Duration.ofDays(1))));

        assertThat(listed(position -> payments().ofDay(day, 1, position))).containsExactly(first, last);
    }

    @Test
    default void whatIsDueIsFoundTheLongestDueFirst() {
        // Before all that other tests leave behind.
        var then = Instant.parse("2001-01-01T00:00:00Z");
        var due = new ArrayList<Payment>();
        for (var second = 0; second < 12; second++) {
            due.add(added(anIntent(RegistrationId.fresh(), EventId.fresh(), then.plusSeconds(second))));
        }

        assertThat(payments().due(then.plusSeconds(11), 20)).containsExactlyElementsOf(due);
        assertThat(payments().due(then.plusSeconds(11), 5)).containsExactlyElementsOf(due.subList(0, 5));
        assertThat(payments().due(then.plusSeconds(3), 20)).containsExactlyElementsOf(due.subList(0, 4));
        due.forEach(one -> payments().replace(one, one.dueAt(null, LATER), Alongside.nothing()));
        assertThat(payments().due(then.plusSeconds(11), 20)).isEmpty();
    }

    private static List<Payment> listed(Function<@Nullable String, Page<Payment>> pages) {
        var listed = new ArrayList<Payment>();
        @Nullable String position = null;
        do {
            var page = pages.apply(position);
            listed.addAll(page.items());
            position = page.next();
        } while (position != null);
        return listed;
    }
}
