package foyer.event;

import static foyer.event.SomeEvents.END;
import static foyer.event.SomeEvents.LONG_BEFORE;
import static foyer.event.SomeEvents.START;
import static foyer.event.SomeEvents.aDraft;
import static foyer.event.SomeEvents.aDraftOf;
import static foyer.event.SomeEvents.aSubmission;
import static foyer.event.SomeEvents.aSubmissionWith;
import static foyer.event.SomeEvents.renamed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import foyer.shared.Alongside;
import foyer.shared.Ids;
import foyer.shared.ValidationFailed;
import foyer.shared.VersionConflict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every keeper of events promises. Other tests' events may lie in the same store. */
public interface EventsContract {
    Events events();

    /** Something that {@link #isNoted} once it is written. */
    Alongside noting(String note);

    boolean isNoted(String note);

    @Test
    default void findsWhatWasAdded() {
        var event = aDraftOf(aSubmissionWith("description", "Come as you are. \u202eסוף\u202c 🎬"));

        events().add(event);

        assertThat(events().find(event.id())).contains(event);
    }

    @Test
    default void findsNothingUnderAnUnknownId() {
        assertThat(events().find(EventId.fresh())).isEmpty();
    }

    @Test
    default void addingTheSameAgainChangesNothing() {
        var event = aDraft();
        events().add(event);

        events().add(event);

        assertThat(events().find(event.id())).contains(event);
    }

    @Test
    default void neverOverwritesAnotherEvent() {
        var event = aDraft();
        var other = renamed(event, "Another");
        events().add(event);

        assertThatThrownBy(() -> events().add(other)).isInstanceOf(VersionConflict.class);

        assertThat(events().find(event.id())).contains(event);
    }

    @Test
    default void replacesWhatItKeeps() {
        var event = aDraft();
        var after = renamed(event, "Another");
        events().add(event);

        events().replace(event, after);

        assertThat(events().find(event.id())).contains(after);
    }

    @Test
    default void whatGoesWithAChangeIsWrittenWithItOrNotAtAll() {
        var event = aDraft();
        var first = renamed(event, "First");
        var with = Ids.fresh();
        var without = Ids.fresh();
        events().add(event);

        events().replace(event, first, noting(with));
        assertThatThrownBy(() -> events().replace(event, renamed(event, "Second"), noting(without)))
                .isInstanceOf(VersionConflict.class);

        assertThat(events().find(event.id())).contains(first);
        assertThat(isNoted(with)).isTrue();
        assertThat(isNoted(without)).isFalse();
    }

    @Test
    default void refusesToReplaceWhatChangedMeanwhile() {
        var event = aDraft();
        var first = renamed(event, "First");
        events().add(event);
        events().replace(event, first);

        assertThatThrownBy(() -> events().replace(event, renamed(event, "Second")))
                .isInstanceOf(VersionConflict.class);

        assertThat(events().find(event.id())).contains(first);
    }

    @Test
    default void refusesToReplaceWhatIsNotThere() {
        var event = aDraft();

        assertThatThrownBy(() -> events().replace(event, renamed(event, "Another")))
                .isInstanceOf(VersionConflict.class);
    }

    @Test
    default void ofManyWhoWriteOneEventAtOnceExactlyOneWins() throws Exception {
        var event = aDraft();
        events().add(event);
        // Half of them write the very same, for a keeper must tell who wrote and not only what.
        var changes = IntStream.range(0, 8)
                .mapToObj(writer -> renamed(event, "Title " + writer / 2))
                .toList();

        var winners = winners(event, changes);

        assertThat(winners).hasSize(1);
        assertThat(events().find(event.id())).contains(winners.get(0));
    }

    @Test
    default void keepsThatItWasCalledOffAlsoOncePutAway() {
        var event = SomeEvents.aPublishedEvent();
        var cancelled = SomeEvents.cancelled(event);
        events().add(event);
        events().replace(event, cancelled);

        assertThat(events().find(event.id())).contains(cancelled);
        var away = SomeEvents.archived(cancelled, cancelled.updatedAt());
        events().replace(cancelled, away);

        assertThat(events().find(event.id()).orElseThrow().calledOff()).isTrue();
    }

    @Test
    default void keepsThePasswordsHash() {
        var event = aDraftOf(Map.copyOf(aSubmissionWith("passwordConfig", Map.of("password", "open sesame"))));

        events().add(event);

        assertThat(events().find(event.id())
                        .orElseThrow()
                        .plan()
                        .admission()
                        .password()
                        .hash())
                .isEqualTo("hash of open sesame");
    }

    @Test
    default void listsTheNewestFirstInPagesOfExactlyTheLimit() {
        var base = Instant.parse("2031-01-01T00:00:00Z");
        var added = IntStream.range(0, 7)
                .mapToObj(day -> aDraftOf(aSubmission(), base.plus(Duration.ofDays(day))))
                .toList();
        added.forEach(events()::add);

        var listed = allOf(null, 3, LONG_BEFORE);

        listed.retainAll(added);
        var newestFirst = new ArrayList<>(added);
        Collections.reverse(newestFirst);
        assertThat(listed).containsExactlyElementsOf(newestFirst);
    }

    /** Or two hundred of the largest were sixty megabytes of one answer. */
    @Test
    default void aPageOfLargeEventsEndsEarlyAndTheNextGoesOnWhereItEnded() {
        var base = Instant.parse("2033-01-01T00:00:00Z");
        var added = IntStream.range(0, 26)
                .mapToObj(day -> aDraftOf(aLargeSubmission(), base.plus(Duration.ofDays(day))))
                .toList();
        added.forEach(events()::add);

        var listed = new ArrayList<Event>();
        var page = events().list(new EventQuery(null, EventQuery.MOST, null), LONG_BEFORE);
        while (listed.size() < added.size()) {
            assertThat(page.items()).isNotEmpty();
            assertThat(page.items().stream()
                            .mapToLong(event -> DocumentSize.of(event.plan().tree()))
                            .sum())
                    .isLessThanOrEqualTo(EventQuery.MOST_BYTES);
            listed.addAll(page.items());
            page = page.next() == null
                    ? page
                    : events().list(new EventQuery(null, EventQuery.MOST, page.next()), LONG_BEFORE);
        }

        listed.retainAll(added);
        var newestFirst = new ArrayList<>(added);
        Collections.reverse(newestFirst);
        assertThat(listed).containsExactlyElementsOf(newestFirst);
    }

    /** Of some quarter of a million bytes: a page has room for a dozen. */
    private static Map<String, Object> aLargeSubmission() {
        var options = IntStream.range(0, 300)
                .<Object>mapToObj(number -> number + "o".repeat(190))
                .toList();
        var questions = IntStream.range(0, 4)
                .<Object>mapToObj(number -> Map.of("name", "q" + number, "type", "select", "options", options))
                .toList();
        return aSubmissionWith("registrationConfig", Map.of("fields", questions));
    }

    @Test
    default void listsEventsMadeInOneMillisecondOnceEach() {
        var moment = Instant.parse("2032-01-01T00:00:00Z");
        var added = IntStream.range(0, 5)
                .mapToObj(any -> aDraftOf(aSubmission(), moment))
                .toList();
        added.forEach(events()::add);

        var listed = allOf(null, 2, LONG_BEFORE);

        listed.retainAll(added);
        assertThat(listed).containsExactlyInAnyOrderElementsOf(added);
    }

    @Test
    default void listsByWhereEventsStandAtTheMoment() {
        var draft = aDraft();
        var published = SomeEvents.aPublishedEvent();
        var cancelled = SomeEvents.aPublishedEvent().cancelled(LONG_BEFORE);
        var archived = aDraft().archived(LONG_BEFORE);
        var all = List.of(draft, published, cancelled, archived);
        all.forEach(events()::add);

        for (var now : List.of(LONG_BEFORE, START.minusMillis(1), START, END.minusMillis(1), END)) {
            for (var state : EventState.values()) {
                var listed = allOf(state, 2, now);
                listed.retainAll(all);
                assertThat(listed)
                        .as("%s at %s", state, now)
                        .containsExactlyInAnyOrderElementsOf(all.stream()
                                .filter(event -> event.stateAt(now) == state)
                                .toList());
            }
        }
    }

    @Test
    default void findsEventsByTheirNumberAtVimeoNewestFirst() {
        var number = String.valueOf(System.nanoTime());
        var older = aDraftOf(aSubmissionWith("vimeoId", number));
        var newer = aDraftOf(aSubmissionWith("vimeoId", number), LONG_BEFORE.plusSeconds(1));
        List.of(newer, older, aDraftOf(aSubmissionWith("vimeoId", number + "0")))
                .forEach(events()::add);

        assertThat(events().atVimeo(new VimeoId(number))).containsExactly(newer.id(), older.id());
    }

    @Test
    default void forgetsANumberAtVimeoThatAnEventHasNoMore() {
        var number = String.valueOf(System.nanoTime());
        var before = aDraftOf(aSubmissionWith("vimeoId", number));
        events().add(before);

        events().replace(before, SomeEvents.replanned(before, "vimeoId", number + "1"));

        assertThat(events().atVimeo(new VimeoId(number))).isEmpty();
        assertThat(events().atVimeo(new VimeoId(number + "1"))).containsExactly(before.id());
    }

    @Test
    default void refusesAPositionThatIsNone() {
        assertThatThrownBy(() -> events().list(new EventQuery(null, 10, "; drop table"), LONG_BEFORE))
                .isInstanceOf(ValidationFailed.class);
    }

    /** Walks to the end and sees that only the last page is short, and none is empty but the only one. */
    private List<Event> allOf(@Nullable EventState state, int limit, Instant now) {
        var listed = new ArrayList<Event>();
        var page = events().list(new EventQuery(state, limit, null), now);
        listed.addAll(page.items());
        while (page.next() != null) {
            assertThat(page.items()).hasSize(limit);
            page = events().list(new EventQuery(state, limit, page.next()), now);
            assertThat(page.items()).isNotEmpty();
            listed.addAll(page.items());
        }
        return listed;
    }

    private List<Event> winners(Event before, List<Event> changes) throws Exception {
        var together = new CyclicBarrier(changes.size());
        var pool = Executors.newFixedThreadPool(changes.size());
        try {
            var attempts = changes.stream()
                    .<Callable<List<Event>>>map(after -> () -> {
                        together.await();
                        try {
                            events().replace(before, after);
                            return List.of(after);
                        } catch (VersionConflict lost) {
                            return List.of();
                        }
                    })
                    .toList();
            var winners = new ArrayList<Event>();
            for (var attempt : pool.invokeAll(attempts)) {
                winners.addAll(attempt.get());
            }
            return winners;
        } finally {
            pool.shutdownNow();
        }
    }
}
