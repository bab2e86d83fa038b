package foyer.registration;

import static foyer.event.SomeEvents.LONG_BEFORE;
import static foyer.event.SomeEvents.aPublishedEvent;
import static foyer.event.SomeEvents.cancelled;
import static foyer.event.SomeEvents.renamed;
import static foyer.registration.SomeRegistrations.registration;
import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.MAP;

import foyer.event.Event;
import foyer.event.EventsInMemory;
import foyer.event.News;
import foyer.event.News.What;
import foyer.mail.LetterKind;
import foyer.mail.LinkSettings;
import foyer.mail.OutboxInMemory;
import foyer.mail.Posting;
import foyer.mail.Waiting;
import foyer.shared.Fields;
import foyer.shared.Outgoing;
import foyer.shared.Secret;
import foyer.shared.SettableClock;
import foyer.shared.Signatures;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AnnouncingTest {
    private static final Capacity ENOUGH = new Capacity(1_000, 1);

    private static final AccessLinks LINKS =
            new AccessLinks(new Signatures(new Secret(new byte[32])), new LinkSettings("https://video.example"));

    private final SettableClock clock = new SettableClock();
    private final OutboxInMemory outbox = new OutboxInMemory();
    private final EventsInMemory events = new EventsInMemory();
    private final RegistrationsInMemory registrations = new RegistrationsInMemory();
    private final Event event = aPublishedEvent();
    private final Announcing announcing = new Announcing();

    @BeforeEach
    void thereIsAnEventWithPeople() {
        announcing.outbox = outbox;
        announcing.events = events;
        announcing.registrations = registrations;
        announcing.letters = new PlaceLetters(LINKS);
        announcing.clock = clock;
        events.add(event);
        for (var state : RegistrationState.values()) {
            register(state);
        }
        register(RegistrationState.CONFIRMED);
        clock.pass(Duration.ofMinutes(10));
    }

    @Test
    void aReminderGoesToThoseWhoHaveASeat() {
        become(What.REMINDER_HOUR, event);

        announcing.tellWhatIsDue();

        assertThat(letters()).hasSize(2).allMatch(id -> id.startsWith("reminderHour-"));
    }

    @Test
    void aReminderOpensThePlayerForItsReader() {
        become(What.REMINDER_HOUR, event);

        announcing.tellWhatIsDue();

        assertThat(facts())
                .hasSize(2)
                .allSatisfy(facts -> assertThat(facts)
                        .extractingByKey("details", as(MAP))
                        .containsEntry("link", LINKS.addressOf(reader(facts)))
                        .containsEntry("name", "Ada"));
    }

    @Test
    void whoStillHopesIsToldOfAChangeWithoutAnEntryForTheCalendar() {
        become(What.CHANGED, event);

        announcing.tellWhatIsDue();

        assertThat(facts())
                .hasSize(5)
                .allSatisfy(facts -> assertThat(
                                ((Map<?, ?>) Objects.requireNonNull(facts.get("details"))).containsKey("registration"))
                        .isEqualTo(reader(facts).state() == RegistrationState.CONFIRMED));
    }

    @Test
    void aCancellationGoesToThoseWhoHopeToo() {
        var off = cancelled(event);
        events.replace(event, off);
        become(What.CANCELLED, off);

        announcing.tellWhatIsDue();

        assertThat(letters()).hasSize(5).allMatch(id -> id.startsWith("eventCancelled-"));
    }

    /** As the seats of those whose money goes back meanwhile. */
    @Test
    void whoseSeatEndedWithTheEventHearsOfItAndWhoWithdrewBeforeDoesNot() {
        var off = cancelled(event);
        events.replace(event, off);
        become(What.CANCELLED, off);
        var paid = seated();
        registrations.replace(paid, paid.cancel(clock.instant()));

        announcing.tellWhatIsDue();

        var told = facts();
        assertThat(told)
                .filteredOn(facts -> paid.email().typed().equals(facts.get("to")))
                .singleElement(as(MAP))
                .extractingByKey("details", as(MAP))
                .containsEntry("registration", paid.id().value());
        assertThat(told).hasSize(5);
    }

    /** As who is to pay, or is offered a seat from the waiting list. */
    @Test
    void forWhomASeatIsKeptHearsOfItAndWhoseSeatWasNotKeptDoesNot() {
        var held = oneThatIs(RegistrationState.HELD);
        become(What.CHANGED, event);
        announcing.tellWhatIsDue();
        assertThat(facts())
                .extracting(facts -> facts.get("to"))
                .contains(held.email().typed());

        clock.pass(SomeRegistrations.HALF_AN_HOUR);
        var off = cancelled(event);
        events.replace(event, off);
        outbox.write(news("later", What.CANCELLED, off));
        announcing.tellWhatIsDue();

        assertThat(letters())
                .filteredOn(id -> id.startsWith("eventCancelled-"))
                .isNotEmpty()
                .noneMatch(id -> id.contains(held.id().value()));
    }

    /** The receipt had it. */
    @Test
    void whoHasPaidAndWaitsForApprovalHasAnEntryThatFollows() {
        var paid = registration(
                event.id(),
                SomeRegistrations.anAddress(),
                RegistrationState.AWAITING_APPROVAL,
                PaymentStatus.COMPLETED,
                clock.instant());
        var letter = Outgoing.now(LetterKind.CODE.name(), Map.of(), LONG_BEFORE);
        registrations.add(paid, ENOUGH, letter, letter);
        var off = cancelled(event);
        events.replace(event, off);
        become(What.CANCELLED, off);

        announcing.tellWhatIsDue();

        assertThat(facts())
                .filteredOn(facts -> paid.email().typed().equals(facts.get("to")))
                .singleElement(as(MAP))
                .extractingByKey("details", as(MAP))
                .containsEntry("registration", paid.id().value());
    }

    @Test
    void whoNeverHadASeatHasNoEntryThatIsTakenBack() {
        var off = cancelled(event);
        events.replace(event, off);
        become(What.CANCELLED, off);
        var hoping = oneThatIs(RegistrationState.AWAITING_APPROVAL);
        registrations.replace(hoping, hoping.cancel(clock.instant()));

        announcing.tellWhatIsDue();

        assertThat(facts())
                .filteredOn(facts -> hoping.email().typed().equals(facts.get("to")))
                .singleElement(as(MAP))
                .extractingByKey("details", as(MAP))
                .doesNotContainKey("registration");
    }

    /** As of those whose dispute or refund is decided only after the event was called off. */
    @Test
    void whoWithdrewLongBeforeHearsNothingWhenTheirMoneyMovesAfterwards() {
        var paid = seated();
        registrations.replace(paid, paid.cancel(clock.instant()));
        clock.pass(Duration.ofDays(1));
        var off = cancelled(event);
        events.replace(event, off);
        become(What.CANCELLED, off);
        var withdrawn = registrations.find(paid.id()).orElseThrow();
        var contested = withdrawn.contest(true, clock.instant());
        registrations.replace(withdrawn, contested);
        registrations.replace(contested, contested.refund(1200, true, clock.instant()));

        announcing.tellWhatIsDue();

        assertThat(facts())
                .isNotEmpty()
                .allSatisfy(facts ->
                        assertThat(facts.get("to")).isNotEqualTo(paid.email().typed()));
    }

    @Test
    void newsToldTwiceMakeNobodyASecondLetter() {
        become(What.REMINDER_HOUR, event);
        outbox.claim(
                outbox.due(News.KIND, 0, clock.instant(), 1).get(0),
                clock.instant().plusSeconds(60));
        announcing.tellWhatIsDue();
        assertThat(letters()).isEmpty();

        clock.pass(Duration.ofMinutes(1));
        announcing.tellWhatIsDue();
        outbox.write(news("again", What.REMINDER_HOUR, event));
        announcing.tellWhatIsDue();

        assertThat(letters()).hasSize(2);
    }

    @Test
    void whatIsNoLongerSoIsNotTold() {
        become(What.CHANGED, event);
        events.replace(event, renamed(event, "Another"));

        announcing.tellWhatIsDue();

        assertThat(letters()).isEmpty();
        assertThat(outbox.told("news")).isTrue();
    }

    private void become(What what, Event changed) {
        outbox.write(news("news", what, changed));
    }

    private Outgoing news(String id, What what, Event changed) {
        var facts = Map.<String, Object>of(
                "what", Fields.wireName(what),
                "eventId", changed.id().value(),
                "version", changed.version(),
                "startsAt", changed.startsAt().toInstant().toEpochMilli(),
                "at", clock.instant().toEpochMilli());
        return new Outgoing(id, News.KIND, facts, clock.instant());
    }

    private void register(RegistrationState state) {
        var wish = registration(
                event.id(), SomeRegistrations.anAddress(), state, PaymentStatus.NOT_REQUIRED, clock.instant());
        var one = state == RegistrationState.CONFIRMED ? wish.prove(false, clock.instant()) : wish;
        var letter = Outgoing.now(LetterKind.CODE.name(), Map.of(), LONG_BEFORE);
        registrations.add(one, ENOUGH, letter, letter);
    }

    private Registration seated() {
        return oneThatIs(RegistrationState.CONFIRMED);
    }

    private Registration oneThatIs(RegistrationState state) {
        return registrations.list(RegistrationQuery.all(event.id(), 100)).items().stream()
                .filter(one -> one.state() == state)
                .findFirst()
                .orElseThrow();
    }

    private Registration reader(Map<String, Object> facts) {
        return registrations.list(RegistrationQuery.all(event.id(), 100)).items().stream()
                .filter(one -> one.email().typed().equals(facts.get("to")))
                .findFirst()
                .orElseThrow();
    }

    private List<Map<String, Object>> facts() {
        return outbox.due(Posting.OTHER, 0, Instant.MAX, 100).stream()
                .map(waiting -> outbox.claim(waiting, Instant.MAX).orElseThrow())
                .map(dispatch -> dispatch.outgoing().facts())
                .toList();
    }

    private List<String> letters() {
        return outbox.due(Posting.OTHER, 0, Instant.MAX, 100).stream()
                .map(Waiting::id)
                .toList();
    }
}
