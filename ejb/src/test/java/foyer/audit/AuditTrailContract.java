package foyer.audit;

import static foyer.shared.SettableClock.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import foyer.shared.Alongside;
import foyer.shared.Ids;
import foyer.shared.Money;
import foyer.shared.Page;
import foyer.shared.ValidationFailed;
import foyer.shared.VersionConflict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every keeper of the audit trail promises. Other tests' entries may lie in the same store. */
public interface AuditTrailContract {
    AuditTrail trail();

    /** Writes this by itself. */
    void write(Alongside change);

    @Test
    default void whatWasEnteredIsListedAsItWas() {
        var event = Ids.fresh();
        var sum = new Money(500, Currency.getInstance("EUR"));
        var refund = entry(Act.REFUND_ORDERED, event, sum, 0);
        var cancelled = entry(Act.EVENT_CANCELLED, event, null, 1);
        write(trail().entering(refund));
        write(trail().entering(cancelled));

        assertThat(ofEvent(event)).containsExactly(cancelled, refund);
        assertThat(all()).containsSubsequence(cancelled, refund);
    }

    @Test
    default void whatOnlyANewerNodeKnowsIsListedByItsName() {
        var event = Ids.fresh();
        var unknown = entry(new Act("SEAT_GIVEN_ON"), event, null, 1);
        var known = entry(Act.SEAT_REVOKED, event, null, 0);
        write(trail().entering(known));
        write(trail().entering(unknown));

        assertThat(ofEvent(event)).containsExactly(unknown, known);
        assertThat(ofEvent(event))
                .extracting(entry -> entry.view().get("act"))
                .containsExactly("seatGivenOn", "seatRevoked");
    }

    @Test
    default void whatBelongsToNoEventIsInTheWholeListAlone() {
        var voucher = entry(Act.VOUCHER_ISSUED, null, null, 0).withPercent(20);
        write(trail().entering(voucher));

        assertThat(all()).contains(voucher);
        assertThat(ofEvent(Ids.fresh())).isEmpty();
    }

    @Test
    default void theNewestComeFirstAndEachOnceInPartsOfAnySize() {
        var event = Ids.fresh();
        var entries = IntStream.range(0, 5)
                .mapToObj(second -> entry(Act.SEAT_REVOKED, event, null, second / 2))
                .toList();
        entries.forEach(entry -> write(trail().entering(entry)));

        assertThat(ofEvent(event))
                .containsExactlyInAnyOrderElementsOf(entries)
                .isSortedAccordingTo((one, other) -> other.at().compareTo(one.at()));
        assertThat(trail().ofEvent(event, 5, null).next()).isNull();
    }

    @Test
    default void noneIsEverOverwritten() {
        var event = Ids.fresh();
        var first = entry(Act.REFUND_ORDERED, event, null, 0);
        var forged = new AuditEntry(
                first.id(), Act.REFUND_ORDERED, first.subject(), event, null, null, "somebody-else", NOON, "request");
        write(trail().entering(first));

        assertThatThrownBy(() -> write(trail().entering(forged))).isInstanceOf(VersionConflict.class);

        assertThat(ofEvent(event)).containsExactly(first);
    }

    @Test
    default void aPositionOfAnotherListIsRefused() {
        assertThatThrownBy(() -> trail().list(5, "no position")).isInstanceOf(ValidationFailed.class);
    }

    private List<AuditEntry> ofEvent(String event) {
        return inParts(position -> trail().ofEvent(event, 2, position));
    }

    private List<AuditEntry> all() {
        return inParts(position -> trail().list(2, position));
    }

    private static List<AuditEntry> inParts(Function<@Nullable String, Page<AuditEntry>> list) {
        var entries = new ArrayList<AuditEntry>();
        @Nullable String position = null;
        do {
            var page = list.apply(position);
            assertThat(page.items()).hasSizeLessThanOrEqualTo(2);
            entries.addAll(page.items());
            position = page.next();
        } while (position != null);
        return entries;
    }

    private static AuditEntry entry(Act act, @Nullable String event, @Nullable Money sum, int seconds) {
        var at = NOON.plus(Duration.ofSeconds(seconds));
        return new AuditEntry(Ids.fresh(), act, Ids.fresh(), event, sum, null, "operator", at, "request");
    }
}
