package foyer.registration.dynamodb;

import static foyer.event.SomeEvents.aPublishedEventOf;
import static foyer.event.SomeEvents.aSubmissionWith;
import static foyer.registration.SomeRegistrations.aLetter;
import static foyer.registration.SomeRegistrations.anAddress;
import static foyer.registration.SomeRegistrations.registration;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import foyer.event.Event;
import foyer.event.EventsInMemory;
import foyer.mail.LinkSettings;
import foyer.registration.AccessLinks;
import foyer.registration.Capacity;
import foyer.registration.FreeingSeats;
import foyer.registration.PaymentStatus;
import foyer.registration.Registration;
import foyer.registration.RegistrationState;
import foyer.registration.SoldOut;
import foyer.registration.SomeKeepingSeats;
import foyer.shared.Alongside;
import foyer.shared.EmailAddress;
import foyer.shared.Secret;
import foyer.shared.SettableClock;
import foyer.shared.Signatures;
import foyer.shared.WrongState;
import foyer.shared.dynamodb.LocalStore;
import foyer.shared.dynamodb.OutboxItems;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A freed seat is offered for a limited time, and then to the next: on the real store, by a clock that is set by hand. */
class LapsedOfferIT {
    @RegisterExtension
    static final LocalStore STORE = LocalStore.with(
            RegistrationTables.REGISTRATIONS,
            RegistrationTables.ADDRESSES,
            RegistrationTables.SEATS,
            OutboxItems.DEFINITION);

    private final DynamoDbRegistrations registrations = SomeNodes.aNode(STORE);
    private final EventsInMemory events = new EventsInMemory();
    private final SettableClock clock = new SettableClock();
    private final Event event = oneSeatAndAWaitingList();
    private final FreeingSeats timer = timer();

    @Test
    void anOfferThatNobodyTookIsTheNextOnesAndTheOldLetterOpensNothing() {
        var seated = added(RegistrationState.CONFIRMED);
        var first = added(RegistrationState.WAITING);
        var second = added(RegistrationState.WAITING);
        registrations.replace(seated, seated.cancel(clock.instant()));

        round();
        var offered = kept(first);
        assertThat(offered.state()).isEqualTo(RegistrationState.HELD);
        assertThat(offered.hold()).contains(clock.instant().plus(Duration.ofHours(2)));
        assertThat(kept(second).state()).isEqualTo(RegistrationState.WAITING);

        clock.pass(Duration.ofHours(2).minusMillis(1));
        round();
        assertThat(kept(first)).isEqualTo(offered);
        clock.pass(Duration.ofMillis(1));
        // Before the timer has come by the letter is worth nothing either.
        assertThatThrownBy(() -> offered.prove(false, clock.instant())).isInstanceOf(WrongState.class);
        round();
        round();

        assertThat(kept(first).state()).isEqualTo(RegistrationState.EXPIRED);
        assertThat(kept(first).credentials().link()).isEmpty();
        assertThat(kept(second).state()).isEqualTo(RegistrationState.HELD);
        assertThatThrownBy(() -> added(RegistrationState.HELD)).isInstanceOf(SoldOut.class);
        registrations.replace(kept(second), kept(second).prove(false, clock.instant()));
        round();
        assertThat(kept(second).state()).isEqualTo(RegistrationState.CONFIRMED);
    }

    @Test
    void whoLetAnOfferLapseMayRegisterAnewAndIsTheLastInLine() {
        var seated = added(RegistrationState.CONFIRMED);
        var first = added(RegistrationState.WAITING);
        var second = added(RegistrationState.WAITING);
        registrations.replace(seated, seated.cancel(clock.instant()));
        round();
        clock.pass(Duration.ofHours(2));
        round();
        round();

        var again = added(first.email(), RegistrationState.WAITING);
        round();

        assertThat(kept(again).state()).isEqualTo(RegistrationState.WAITING);
        assertThat(kept(second).state()).isEqualTo(RegistrationState.HELD);
    }

    private void round() {
        timer.expireHolds();
        timer.offerSeats();
    }

    private Registration kept(Registration one) {
        return registrations.find(one.id()).orElseThrow();
    }

    private Registration added(RegistrationState state) {
        return added(anAddress(), state);
    }

    private Registration added(EmailAddress email, RegistrationState state) {
        clock.pass(Duration.ofMillis(5));
        var wish = registration(event.id(), email, state, PaymentStatus.NOT_REQUIRED, clock.instant());
        assertThat(registrations
                        .add(wish, Capacity.of(event), aLetter("first"), aLetter("again"))
                        .first())
                .isTrue();
        return wish;
    }

    private Event oneSeatAndAWaitingList() {
        var submission = aSubmissionWith("authType", "email");
        submission.put("capacity", 1L);
        submission.put("waitingList", true);
        var published = aPublishedEventOf(submission);
        events.add(published);
        return published;
    }

    private FreeingSeats timer() {
        var links =
                new AccessLinks(new Signatures(new Secret(new byte[32])), new LinkSettings("https://video.example"));
        return SomeKeepingSeats.freeing(registrations, events, links, (ended, by, now) -> Alongside.nothing(), clock);
    }
}
