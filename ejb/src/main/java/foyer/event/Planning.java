package foyer.event;

import foyer.audit.Act;
import foyer.audit.AuditEntry;
import foyer.audit.AuditTrail;
import foyer.shared.Alongside;
import foyer.shared.Fields;
import foyer.shared.NotFound;
import foyer.shared.Outgoing;
import foyer.shared.VersionConflict;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.function.LongPredicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Makes events and leads them through their life. What is submitted fails with {@code ValidationFailed} and all findings. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
@RolesAllowed({"admin", "organizer"})
public class Planning {
    private static final int ATTEMPTS = 5;

    @Inject
    Events events;

    @Inject
    RecentEvents recent;

    @Inject
    HouseRules house;

    @Inject
    Promises promises;

    @Inject
    TakingDown takingDown;

    @Inject
    AuditTrail trail;

    @Inject
    Clock clock;

    /**
     * Drafts an event. Whoever does not know whether it worked calls again with the same id, and is answered the event that
     * was made the first time.
     */
    @RolesAllowed({"admin", "organizer"})
    public Event create(Fields submitted, EventId id) {
        EventView.refuseReadBack(submitted);
        var event = Event.drafted(id, plan(submitted, null), clock.instant());
        try {
            events.add(event);
            return event;
        } catch (VersionConflict taken) {
            return events.find(id)
                    .filter(first -> first.plan().tree().equals(event.plan().tree()))
                    .orElseThrow(() -> taken);
        } finally {
            recent.forget(id);
        }
    }

    /** Replaces all that organisers decide; fails with {@link VersionConflict} if somebody else did meanwhile. */
    @RolesAllowed({"admin", "organizer"})
    public Event replace(EventId id, long expectedVersion, Fields submitted) {
        var before = find(id);
        if (before.version() != expectedVersion) {
            throw new VersionConflict("event");
        }
        EventView.checkReadBack(submitted, before, clock.instant());
        var after = before.replanned(plan(submitted, before.plan()), clock.instant());
        store(before, after, null);
        return after;
    }

    /**
     * Puts an event away for good; fails with {@link SeatsSold} while people count on it, with {@link VersionConflict} if
     * the caller did not mean the version that is there.
     *
     * @param meant the versions that the caller has in mind
     * @param by the operator, by their id
     */
    @RolesAllowed({"admin", "organizer"})
    public void archive(EventId id, LongPredicate meant, String by) {
        change(id, meant, by, event -> {
            if (event.promisedAt(clock.instant()) && promises.anyFor(id)) {
                throw new SeatsSold();
            }
            return event.archived(clock.instant());
        });
    }

    /** Lets the public see the event; again, nothing happens. The versions meant are as for {@link #archive}. */
    @RolesAllowed({"admin", "organizer"})
    public Event publish(EventId id, LongPredicate meant) {
        return change(id, meant, null, event -> event.published(clock.instant()));
    }

    /** Calls the event off; again, nothing happens. The versions meant, and by whom, are as for {@link #archive}. */
    @RolesAllowed({"admin", "organizer"})
    public Event cancel(EventId id, LongPredicate meant, String by) {
        return change(id, meant, by, event -> event.cancelled(clock.instant()));
    }

    private Plan plan(Fields submitted, @Nullable Plan before) {
        var plan = Plan.read(submitted, house);
        submitted.refuseUnknown();
        submitted.throwIfRefused();
        return plan.orElseThrow(() -> new IllegalStateException("nothing was refused and yet there is no plan"))
                .kept(before, house.passwords());
    }

    // A decision holds whatever else was changed meanwhile, so it is taken anew on what is there then.
    private Event change(EventId id, LongPredicate meant, @Nullable String by, UnaryOperator<Event> decision) {
        for (var attempt = 1; ; attempt++) {
            var before = find(id);
            if (!meant.test(before.version())) {
                throw new VersionConflict("event");
            }
            var after = decision.apply(before);
            try {
                store(before, after, by);
                return after;
            } catch (VersionConflict meanwhile) {
                if (attempt == ATTEMPTS) {
                    throw meanwhile;
                }
            }
        }
    }

    private void store(Event before, Event after, @Nullable String by) {
        if (after.equals(before)) {
            return;
        }
        if (after.takenDown()) {
            takingDown.about(after);
        }
        try {
            events.replace(
                    before,
                    after,
                    recorded(before, after, by),
                    News.of(before, after, clock.instant()).toArray(Outgoing[]::new));
        } finally {
            recent.forget(after.id());
        }
    }

    // All who paid get their money back, how many and how much they are: only the refunds tell that.
    private Alongside recorded(Event before, Event after, @Nullable String by) {
        if (by == null
                || before.decided() == EventState.DRAFT
                || before.neverTakesPlace()
                || !after.neverTakesPlace()) {
            return Alongside.nothing();
        }
        var act = after.decided() == EventState.CANCELLED ? Act.EVENT_CANCELLED : Act.EVENT_ARCHIVED;
        var event = after.id().value();
        return trail.entering(AuditEntry.of(act, event, event, null, by, clock.instant()));
    }

    private Event find(EventId id) {
        return events.find(id).orElseThrow(() -> new NotFound("event"));
    }
}
