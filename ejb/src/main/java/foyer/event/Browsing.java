package foyer.event;

import foyer.shared.NotFound;
import foyer.shared.Page;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;

/** Shows events: to the public those that are out, to operators all of them. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class Browsing {
    @Inject
    Events events;

    @Inject
    RecentEvents recent;

    @Inject
    RecentNumbers numbers;

    @Inject
    Clock clock;

    /**
     * As it stood at most some seconds ago, see {@link EventSettings}. Fails with {@link NotFound} for drafts and archived
     * events as for unknown ones.
     */
    @PermitAll
    public Event publicEvent(EventId id) {
        return recent.shown(id);
    }

    /** The newest event that is out of those with this number at Vimeo; fails as {@link #publicEvent(EventId)}. */
    @PermitAll
    public Event publicEvent(VimeoId number) {
        return numbers.find(number).stream()
                .flatMap(id -> recent.find(id).stream())
                .filter(event -> event.stateAt(clock.instant()).open())
                .findFirst()
                .orElseThrow(() -> new NotFound("event"));
    }

    /** The same as for an id, without asking the store: empty for what this node does not remember. */
    @PermitAll
    public Optional<Event> rememberedEvent(EventId id) {
        return recent.remembered(id)
                .filter(event -> event.stateAt(clock.instant()).open());
    }

    /** Sees to it that what is remembered of this event is at most some seconds old. */
    @PermitAll
    public void refresh(EventId id) {
        recent.find(id);
    }

    /** As it stands. */
    @RolesAllowed({"admin", "organizer", "analyst"})
    public Event event(EventId id) {
        return events.find(id).orElseThrow(() -> new NotFound("event"));
    }

    @RolesAllowed({"admin", "organizer", "analyst"})
    public Page<Event> events(EventQuery query) {
        return events.list(query, clock.instant());
    }
}
