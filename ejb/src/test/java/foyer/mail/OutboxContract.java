package foyer.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import foyer.shared.Ids;
import foyer.shared.NotFound;
import foyer.shared.Outgoing;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every outbox promises. Each test has a kind of its own, so that none meets another's. */
public interface OutboxContract {
    Instant NOON = Instant.parse("2030-05-01T12:00:00Z");
    Instant LATER = NOON.plusSeconds(120);
    Instant KEPT = NOON.plus(Duration.ofDays(30));

    Outbox outbox();

    default void write(Outgoing outgoing) {
        outbox().write(outgoing);
    }

    @Test
    default void whatIsWrittenTwiceWaitsOnce() {
        var kind = Ids.fresh();
        write(written(kind, NOON));

        assertThat(due(kind, NOON)).hasSize(1);
    }

    @Test
    default void whatWasToldIsNotToldAgain() {
        var kind = Ids.fresh();
        var outgoing = written(kind, NOON);
        outbox().settle(outbox().claim(due(kind, NOON).get(0), LATER).orElseThrow(), KEPT);

        write(outgoing);

        assertThat(due(kind, KEPT)).isEmpty();
    }

    @Test
    default void whatIsDueIsSeenOldestFirstAndNothingEarlier() {
        var kind = Ids.fresh();
        var first = written(kind, NOON.minusSeconds(2));
        var second = written(kind, NOON);
        written(kind, NOON.plusSeconds(1));

        assertThat(due(kind, NOON)).extracting(Waiting::id).containsExactlyInAnyOrder(first.id(), second.id());
    }

    @Test
    default void whatOneReaderIsToldIsSeenInOrder() {
        var kind = Ids.fresh();
        var expected = IntStream.range(0, 12)
                .mapToObj(
                        number -> written(kind, NOON.minusSeconds(60 - number)).id())
                .toList();

        assertThat(due(kind, NOON)).extracting(Waiting::id).containsExactlyElementsOf(expected);
    }

    @Test
    default void manyOlderOnesOfAnotherKindHideNothing() {
        var many = Ids.fresh();
        IntStream.range(0, 40 * outbox().lanes()).forEach(number -> written(many, NOON.minusSeconds(60)));
        var kind = Ids.fresh();
        var ours = IntStream.range(0, 2 * outbox().lanes())
                .mapToObj(number -> written(kind, NOON).id())
                .toList();

        assertThat(due(kind, NOON, ours.size())).extracting(Waiting::id).containsExactlyInAnyOrderElementsOf(ours);
    }

    @Test
    default void oneOfTwoGetsTheClaim() {
        var kind = Ids.fresh();
        var outgoing = written(kind, NOON);
        var seen = due(kind, NOON).get(0);

        var claimed = outbox().claim(seen, LATER).orElseThrow();

        assertThat(claimed.outgoing().facts()).isEqualTo(outgoing.facts());
        assertThat(claimed.attempts()).isEqualTo(1);
        assertThat(outbox().claim(seen, LATER)).isEmpty();
        assertThat(due(kind, NOON)).isEmpty();
    }

    @Test
    default void aHandfulIsClaimedInItsOrder() {
        var kind = Ids.fresh();
        var written = IntStream.range(0, 5)
                .mapToObj(number -> written(kind, NOON.minusSeconds(60 - number)))
                .toList();

        var claimed = outbox().claim(due(kind, NOON), LATER);

        assertThat(claimed)
                .extracting(dispatch -> dispatch.outgoing().id())
                .containsExactlyElementsOf(written.stream().map(Outgoing::id).toList());
        assertThat(claimed).allSatisfy(dispatch -> {
            assertThat(dispatch.outgoing().facts()).isEqualTo(Map.of("to", "ada@example.org"));
            assertThat(dispatch.outgoing().due()).isEqualTo(LATER);
            assertThat(dispatch.attempts()).isEqualTo(1);
        });
        assertThat(due(kind, LATER.minusMillis(1))).isEmpty();
        claimed.forEach(dispatch -> outbox().settle(dispatch, KEPT));
        assertThat(due(kind, KEPT)).isEmpty();
    }

    @Test
    default void ofAHandfulTheRestIsClaimedWhereSomebodyWasFaster() {
        var kind = Ids.fresh();
        IntStream.range(0, 4).forEach(number -> written(kind, NOON.minusSeconds(60 - number)));
        var seen = due(kind, NOON);
        var faster = outbox().claim(seen.get(1), LATER).orElseThrow();
        outbox().settle(outbox().claim(seen.get(3), LATER).orElseThrow(), KEPT);

        var claimed = outbox().claim(seen, LATER.plusSeconds(1));

        assertThat(claimed)
                .extracting(dispatch -> dispatch.outgoing().id())
                .containsExactly(seen.get(0).id(), seen.get(2).id());
        assertThat(outbox().claim(seen, LATER)).isEmpty();
        outbox().postpone(faster, NOON, "the claim stands");
        assertThat(due(kind, NOON))
                .extracting(Waiting::id)
                .containsExactly(seen.get(1).id());
    }

    @Test
    default void whatIsPutBackWaitsWhereItWaitedAndLosesNoTry() {
        var kind = Ids.fresh();
        IntStream.range(0, 3).forEach(number -> written(kind, NOON.minusSeconds(60 - number)));
        var seen = due(kind, NOON);
        var claimed = outbox().claim(seen, LATER);

        outbox().putBack(claimed.get(1), seen.get(1));
        outbox().putBack(claimed.get(0), seen.get(0));

        assertThat(due(kind, NOON)).containsExactly(seen.get(0), seen.get(1));
        assertThat(outbox().claim(due(kind, NOON), LATER))
                .extracting(Dispatch::attempts)
                .containsExactly(1, 1);
    }

    @Test
    default void whatAnotherHasTakenUpMeanwhileIsNotPutBack() {
        var kind = Ids.fresh();
        written(kind, NOON);
        var seen = due(kind, NOON).get(0);
        var slow = outbox().claim(seen, LATER).orElseThrow();
        var heir =
                outbox().claim(due(kind, LATER).get(0), LATER.plusSeconds(120)).orElseThrow();

        outbox().putBack(slow, seen);
        assertThat(due(kind, LATER)).isEmpty();

        outbox().settle(heir, KEPT);
        outbox().putBack(heir, seen);
        assertThat(due(kind, KEPT)).isEmpty();
    }

    @Test
    default void aLapsedClaimIsTakenUpByAnotherAndHasNoEffectThen() {
        var kind = Ids.fresh();
        written(kind, NOON);
        var dead = outbox().claim(due(kind, NOON).get(0), LATER).orElseThrow();

        var heir =
                outbox().claim(due(kind, LATER).get(0), LATER.plusSeconds(120)).orElseThrow();
        outbox().postpone(dead, NOON, "too late");
        outbox().bury(dead, NOON, KEPT, "too late");
        outbox().settle(dead, KEPT);

        assertThat(heir.attempts()).isEqualTo(2);
        assertThat(due(kind, LATER)).isEmpty();
        assertThat(due(kind, LATER.plusSeconds(120))).hasSize(1);
    }

    @Test
    default void whatIsToldIsGone() {
        var kind = Ids.fresh();
        written(kind, NOON);

        outbox().settle(outbox().claim(due(kind, NOON).get(0), LATER).orElseThrow(), KEPT);

        assertThat(due(kind, KEPT)).isEmpty();
        assertThat(outbox().buried(Set.of(kind), 10, null).items()).isEmpty();
    }

    @Test
    default void whatIsPostponedComesBackAndSaysWhy() {
        var kind = Ids.fresh();
        written(kind, NOON);
        outbox().postpone(outbox().claim(due(kind, NOON).get(0), LATER).orElseThrow(), NOON.plusSeconds(5), "busy");

        assertThat(due(kind, NOON.plusSeconds(4))).isEmpty();
        var again = outbox().claim(due(kind, NOON.plusSeconds(5)).get(0), LATER).orElseThrow();
        assertThat(again.attempts()).isEqualTo(2);
        assertThat(again.trouble()).contains("busy");
    }

    @Test
    default void whatIsGivenUpIsListedAndComesBackWhenAskedTo() {
        var kind = Ids.fresh();
        var outgoing = written(kind, NOON);
        outbox().bury(outbox().claim(due(kind, NOON).get(0), LATER).orElseThrow(), NOON, KEPT, "no such mailbox");

        assertThat(due(kind, KEPT)).isEmpty();
        assertThat(outbox().buried(Set.of(kind), 10, null).items())
                .singleElement()
                .satisfies(dead -> {
                    assertThat(dead.outgoing().facts()).isEqualTo(outgoing.facts());
                    assertThat(dead.trouble()).contains("no such mailbox");
                });

        outbox().revive(outgoing.id(), NOON.plusSeconds(1));
        assertThat(outbox().buried(Set.of(kind), 10, null).items()).isEmpty();
        assertThat(outbox().claim(due(kind, NOON.plusSeconds(1)).get(0), LATER)
                        .orElseThrow()
                        .attempts())
                .isEqualTo(1);
    }

    @Test
    default void theDeadAreListedNewestFirstPageByPage() {
        var kind = Ids.fresh();
        var ids = IntStream.range(0, 5)
                .mapToObj(number -> {
                    var outgoing = written(kind, NOON);
                    var claimed = outbox().claim(due(kind, NOON).get(0), LATER).orElseThrow();
                    outbox().bury(claimed, NOON.plusSeconds(number), KEPT, "gone");
                    return outgoing.id();
                })
                .toList();

        var first = outbox().buried(Set.of(kind), 3, null);
        var second = outbox().buried(Set.of(kind), 3, first.nextPosition().orElseThrow());

        assertThat(first.items())
                .extracting(dead -> dead.outgoing().id())
                .containsExactly(ids.get(4), ids.get(3), ids.get(2));
        assertThat(second.items()).extracting(dead -> dead.outgoing().id()).containsExactly(ids.get(1), ids.get(0));
        assertThat(second.nextPosition()).isEmpty();
    }

    @Test
    default void onlyTheDeadAreRevived() {
        var kind = Ids.fresh();
        var waiting = written(kind, NOON);

        assertThatThrownBy(() -> outbox().revive(waiting.id(), LATER)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> outbox().revive(Ids.fresh(), LATER)).isInstanceOf(NotFound.class);
        assertThat(due(kind, NOON)).hasSize(1);
    }

    @Test
    default void theDeadOfSeveralKindsAreOneList() {
        var one = Ids.fresh();
        var other = Ids.fresh();
        for (var kind : List.of(one, other, Ids.fresh())) {
            written(kind, NOON);
            outbox().bury(outbox().claim(due(kind, NOON).get(0), LATER).orElseThrow(), NOON, KEPT, "gone");
        }

        assertThat(outbox().buried(Set.of(one, other), 10, null).items())
                .extracting(dead -> dead.outgoing().kind())
                .containsExactlyInAnyOrder(one, other);
    }

    private Outgoing written(String kind, Instant due) {
        var outgoing = new Outgoing(Ids.fresh(), kind, Map.of("to", "ada@example.org"), due);
        write(outgoing);
        return outgoing;
    }

    /** In all lanes. */
    default List<Waiting> due(String kind, Instant now) {
        return due(kind, now, 1_000);
    }

    private List<Waiting> due(String kind, Instant now, int mostInALane) {
        var all = new ArrayList<Waiting>();
        for (var lane = 0; lane < outbox().lanes(); lane++) {
            all.addAll(outbox().due(kind, lane, now, mostInALane));
        }
        return all;
    }
}
