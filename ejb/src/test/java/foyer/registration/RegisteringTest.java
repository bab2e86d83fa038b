package foyer.registration;

import static foyer.event.SomeEvents.LONG_BEFORE;
import static foyer.event.SomeEvents.aPublishedEventOf;
import static foyer.event.SomeEvents.aSubmissionWith;
import static foyer.event.SomeEvents.cancelled;
import static foyer.event.SomeEvents.replanned;
import static foyer.registration.SomeRegistering.anApplication;
import static foyer.registration.SomeRegistrations.anAddress;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import foyer.event.Event;
import foyer.event.EventId;
import foyer.event.EventsInMemory;
import foyer.mail.LinkSettings;
import foyer.shared.Alongside;
import foyer.shared.EmailAddress;
import foyer.shared.Outgoing;
import foyer.shared.Secret;
import foyer.shared.SettableClock;
import foyer.shared.Signatures;
import foyer.shared.Unavailable;
import foyer.shared.VersionConflict;
import foyer.shared.WrongState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RegisteringTest {
    private static final RegistrationSettings SETTINGS =
            new RegistrationSettings(Duration.ofMinutes(30), Duration.ofHours(2));

    private static final AccessLinks LINKS =
            new AccessLinks(new Signatures(new Secret(new byte[32])), new LinkSettings("https://video.example.org"));

    private final Rush registrations = new Rush();
    private final EventsInMemory events = new EventsInMemory();
    private final SettableClock clock = new SettableClock();
    private final Registering registering = new Registering();
    private final FreeingSeats freeing = new FreeingSeats();

    @BeforeEach
    void connect() {
        registering.registrations = registrations;
        registering.settings = SETTINGS;
        registering.clock = clock;
        freeing.registrations = registrations;
        freeing.events = events;
        freeing.settings = SETTINGS;
        freeing.dues = (ended, by, now) -> Alongside.nothing();
        freeing.clock = clock;
        freeing.letters = new PlaceLetters(LINKS);
    }

    @Test
    void whoHasToProveTheAddressHoldsASeat() {
        var registered = register(anEvent(Map.of()), anAddress(), false);

        assertThat(registered.submitted().state()).isEqualTo(RegistrationState.HELD);
        assertThat(registered.submitted().hold()).contains(clock.instant().plus(SETTINGS.hold()));
    }

    @Test
    void whoHasNothingToProveIsConfirmed() {
        assertThat(register(anEvent(Map.of()), anAddress(), true).submitted().state())
                .isEqualTo(RegistrationState.CONFIRMED);
    }

    @Test
    void whereTheOrganizerHasToAgreeNobodyIsConfirmed() {
        var event = anEvent(Map.of("registrationConfig", Map.of("approval", true)));

        assertThat(register(event, anAddress(), true).submitted().state())
                .isEqualTo(RegistrationState.AWAITING_APPROVAL);
    }

    @Test
    void aFullEventIsSoldOutOrHasAWaitingList() {
        var full = anEvent(Map.of("capacity", 1L));
        register(full, anAddress(), true);
        assertThatThrownBy(() -> register(full, anAddress(), true)).isInstanceOf(SoldOut.class);

        var awaited = anEvent(Map.of("capacity", 1L, "waitingList", true));
        register(awaited, anAddress(), true);
        assertThat(register(awaited, anAddress(), true).submitted().state()).isEqualTo(RegistrationState.WAITING);
    }

    @Test
    void nobodyRegistersOutsideOfTheWindow() {
        var early = Map.<String, Object>of("opensAt", "2030-05-01T15:00:00");
        var late = Map.<String, Object>of("closesAt", "2030-05-01T14:00:00");

        // Noon of the clock is two in Vienna.
        assertThatThrownBy(() -> register(anEvent(Map.of("registrationConfig", early)), anAddress(), true))
                .isInstanceOf(RegistrationClosed.class);
        assertThatThrownBy(() -> register(anEvent(Map.of("registrationConfig", late)), anAddress(), true))
                .isInstanceOf(RegistrationClosed.class);
    }

    @Test
    void nobodyRegistersForWhatIsOverUnlessItHasARecording() {
        clock.pass(Duration.ofDays(2));

        assertThatThrownBy(() -> register(anEvent(Map.of()), anAddress(), true)).isInstanceOf(RegistrationClosed.class);
        var recorded = anEvent(Map.of("videoConfig", Map.of("manifestUrl", "https://cdn.example.org/a.m3u8")));
        assertThat(register(recorded, anAddress(), true).first()).isTrue();
    }

    @Test
    void nobodyRegistersForWhatIsOpenToAll() {
        assertThatThrownBy(() -> register(anEvent(Map.of("authType", "none")), anAddress(), true))
                .isInstanceOf(WrongState.class);
    }

    @Test
    void aSeatThatNobodyCameForIsOfferedToTheFirstWhoWaits() {
        var event = anEvent(Map.of("capacity", 1L, "waitingList", true));
        register(event, anAddress(), false);
        clock.pass(Duration.ofMinutes(1));
        var first = register(event, anAddress(), true).submitted();
        clock.pass(Duration.ofMinutes(1));
        var second = register(event, anAddress(), true).submitted();

        freeing.expireHolds();
        freeing.offerSeats();
        assertThat(stateOf(first)).isEqualTo(RegistrationState.WAITING);

        clock.pass(SETTINGS.hold());
        freeing.expireHolds();
        freeing.offerSeats();
        assertThat(stateOf(first)).isEqualTo(RegistrationState.HELD);
        assertThat(stateOf(second)).isEqualTo(RegistrationState.WAITING);
        assertThat(kinds()).endsWith("offer");

        clock.pass(SETTINGS.offer());
        freeing.expireHolds();
        freeing.offerSeats();
        assertThat(stateOf(first)).isEqualTo(RegistrationState.EXPIRED);
        assertThat(stateOf(second)).isEqualTo(RegistrationState.HELD);
    }

    @Test
    void whoRepeatsACallHasTheSeatThatItTookThoughOthersWereRefusedSince() {
        var event = anEvent(Map.of("capacity", 1L));
        var id = RegistrationId.fresh();
        registering.register(event, anApplication(id, false, anAddress(), false));
        registrations.full = true;

        var again = registering.register(event, anApplication(id, true, anAddress(), false));

        assertThat(again.first()).isTrue();
        assertThat(again.submitted().id()).isEqualTo(id);
        assertThat(registrations.told()).hasSize(1);
    }

    @Test
    void norDoTheyWaitForOneMore() {
        var event = anEvent(Map.of("capacity", 1L, "waitingList", true));
        var id = RegistrationId.fresh();
        registering.register(event, anApplication(id, false, anAddress(), false));
        registrations.full = true;

        var again = registering.register(event, anApplication(id, true, anAddress(), false));

        assertThat(again.submitted().state()).isEqualTo(RegistrationState.HELD);
    }

    /** Or they were asked for a code that nobody sent. */
    @Test
    void whoRepeatsTheCallThatPutThemInLineHearsOfTheLineAgainWhoeverTheyAre() {
        var event = anEvent(Map.of("capacity", 1L, "waitingList", true));
        register(event, anAddress(), false);
        var ada = anAddress();
        var first = RegistrationId.fresh();
        var second = RegistrationId.fresh();

        for (var id : List.of(first, second)) {
            var registered = registering.register(event, anApplication(id, false, ada, false));
            assertThat(registered.submitted().state()).isEqualTo(RegistrationState.WAITING);
        }
        for (var id : List.of(first, second)) {
            var again = registering.register(event, anApplication(id, true, ada, false));
            assertThat(again.submitted().state()).isEqualTo(RegistrationState.WAITING);
            assertThat(again.first()).isEqualTo(id.equals(first));
        }
    }

    @Test
    void whoseCallTookNoneOrLostItSinceIsRefused() {
        var event = anEvent(Map.of("capacity", 1L));
        var lost = register(event, anAddress(), false).submitted();
        registrations.replace(lost, lost.cancel(clock.instant()));
        registrations.full = true;

        for (var id : new RegistrationId[] {lost.id(), RegistrationId.fresh()}) {
            assertThatThrownBy(() -> registering.register(event, anApplication(id, true, anAddress(), false)))
                    .isInstanceOf(SoldOut.class);
        }
    }

    /** Or each event of years would be looked at every few seconds. */
    @Test
    void nobodyGoesOnLookingAfterThoseWhoWaitForWhatWasCalledOff() {
        var event = anEvent(Map.of("capacity", 1L, "waitingList", true));
        register(event, anAddress(), true);
        register(event, anAddress(), true);

        freeing.offerSeats();
        assertThat(registrations.noLongerAwaited).isEmpty();
        events.replace(event, cancelled(event));
        freeing.offerSeats();

        assertThat(registrations.noLongerAwaited).containsExactly(event.id());
    }

    /** Or each event of years would be looked at every few seconds; but it may get a recording, for which they have waited. */
    @Test
    void whatIsLongOverIsLookedAtOnceAnHourForThoseWhoWaitAndOfferedOnceThereIsARecording() {
        var event = anEvent(Map.of("capacity", 1L, "waitingList", true));
        var seated = register(event, anAddress(), true).submitted();
        var waiting = register(event, anAddress(), true).submitted();
        clock.pass(Duration.ofDays(30));
        registrations.asked = 0;

        for (var round = 0; round < 720; round++) {
            freeing.offerSeats();
            clock.pass(Duration.ofSeconds(5));
        }
        assertThat(registrations.asked).isOne();

        registrations.replace(seated, seated.cancel(clock.instant()), Alongside.nothing());
        events.replace(event, replanned(event, "videoUrl", "https://cdn.example.org/a.m3u8"));
        freeing.offerSeats();

        assertThat(stateOf(waiting)).isEqualTo(RegistrationState.HELD);
        assertThat(registrations.noLongerAwaited).isEmpty();
    }

    @Test
    void whatHasJustEndedIsLookedAtWithinATenthOfTheTimeSince() {
        var event = anEvent(Map.of("capacity", 1L, "waitingList", true));
        register(event, anAddress(), true);
        register(event, anAddress(), true);
        clock.pass(Duration.between(clock.instant(), event.endsAt().toInstant()).plusMinutes(5));
        freeing.offerSeats();
        registrations.asked = 0;

        clock.pass(Duration.ofSeconds(29));
        freeing.offerSeats();
        assertThat(registrations.asked).isZero();

        clock.pass(Duration.ofSeconds(1));
        freeing.offerSeats();
        assertThat(registrations.asked).isOne();
    }

    /** Or they were sent a ticket for it, and an entry in their calendar that nothing takes back. */
    @Test
    void nobodyIsAgreedToOnceTheEventIsCalledOff() {
        var event = anEvent(Map.of("registrationConfig", Map.of("approval", true)));
        var first = register(event, anAddress(), true).submitted();
        var second = register(event, anAddress(), true).submitted();
        var attending = SomeKeepingSeats.attending(registrations, events, LINKS, clock);
        attending.approve(first.id());
        events.replace(event, cancelled(event));

        assertThatThrownBy(() -> attending.approve(second.id())).isInstanceOf(WrongState.class);
        assertThat(attending.approve(first.id()).state()).isEqualTo(RegistrationState.CONFIRMED);
    }

    @Test
    void whoAgreesWhereOthersAreFasterEachTimeIsAskedToTryAgain() {
        var event = anEvent(Map.of("registrationConfig", Map.of("approval", true)));
        var waiting = register(event, anAddress(), true).submitted();
        var attending = SomeKeepingSeats.attending(registrations, events, LINKS, clock);
        registrations.contended = true;

        assertThatThrownBy(() -> attending.approve(waiting.id())).isInstanceOf(Unavailable.class);

        assertThat(stateOf(waiting)).isEqualTo(RegistrationState.AWAITING_APPROVAL);
    }

    private RegistrationState stateOf(Registration registration) {
        return registrations.find(registration.id()).orElseThrow().state();
    }

    private List<String> kinds() {
        return registrations.told().stream()
                .map(told -> String.valueOf(told.facts().getOrDefault("kind", told.kind())))
                .toList();
    }

    private Event anEvent(Map<String, Object> more) {
        var submission = new HashMap<>(aSubmissionWith("authType", "email"));
        submission.putAll(more);
        var event = aPublishedEventOf(submission);
        assertThat(event.createdAt()).isEqualTo(LONG_BEFORE);
        events.add(event);
        return event;
    }

    private Registered register(Event event, EmailAddress email, boolean proven) {
        return registering.register(event, anApplication(RegistrationId.fresh(), false, email, proven));
    }

    /** Where others were refused a moment ago, so that nobody is looked at any more. */
    private static final class Rush extends RegistrationsInMemory {
        private final List<EventId> noLongerAwaited = new ArrayList<>();
        private boolean full;
        /** Whether somebody is always faster. */
        private boolean contended;
        /** How often somebody asked who waits. */
        private int asked;

        @Override
        public synchronized List<Registration> waiting(EventId event, int most) {
            asked++;
            return super.waiting(event, most);
        }

        @Override
        public synchronized void replace(
                Registration before, Registration after, Alongside alongside, Outgoing... facts) {
            if (contended) {
                throw new VersionConflict("registration");
            }
            super.replace(before, after, alongside, facts);
        }

        @Override
        public synchronized void endWaiting(EventId event, Instant now) {
            noLongerAwaited.add(event);
            super.endWaiting(event, now);
        }

        @Override
        public synchronized Registered add(
                Registration registration, Capacity capacity, Outgoing first, Outgoing again) {
            if (full && registration.state().seated()) {
                throw new SoldOut();
            }
            return super.add(registration, capacity, first, again);
        }
    }
}
