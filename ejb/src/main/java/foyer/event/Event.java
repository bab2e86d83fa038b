package foyer.event;

import foyer.shared.Fields;
import foyer.shared.WrongState;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * An event as it was last decided on.
 *
 * @param decided the state by decision; where the event stands at a moment is {@link #stateAt}
 * @param calledOff whether it was cancelled, also where it was put away since
 * @param version grows by one with each change
 * @param createdAt in whole milliseconds, as {@code updatedAt}
 */
public record Event(
        EventId id,
        Plan plan,
        EventState decided,
        boolean calledOff,
        long version,
        Instant createdAt,
        Instant updatedAt) {

    static Event drafted(EventId id, Plan plan, Instant now) {
        var moment = now.truncatedTo(ChronoUnit.MILLIS);
        return new Event(id, plan, EventState.DRAFT, false, 1, moment, moment);
    }

    /** Whether people may register, but for the window that the organizer set: it is to come, or has a recording. */
    public boolean takesRegistrationsAt(Instant now) {
        return switch (stateAt(now)) {
            case PUBLISHED, LIVE -> true;
            case ENDED -> manifestUrl().isPresent();
            case DRAFT, CANCELLED, ARCHIVED -> false;
        };
    }

    /** Where the event stands: what was decided, moved on by time. A live or ended mark means that the stream moved it. */
    public EventState stateAt(Instant now) {
        return switch (decided) {
            case DRAFT, ENDED, CANCELLED, ARCHIVED -> decided;
            case LIVE -> schedule().over(now) ? EventState.ENDED : EventState.LIVE;
            case PUBLISHED -> {
                if (schedule().over(now)) {
                    yield EventState.ENDED;
                }
                yield schedule().begun(now) ? EventState.LIVE : EventState.PUBLISHED;
            }
        };
    }

    /** With another plan; one that is out already must stay fit to be. */
    Event replanned(Plan changed, Instant now) {
        return switch (decided) {
            case ARCHIVED -> throw new WrongState("This event is archived and changes no more.");
            case DRAFT, CANCELLED -> with(changed, decided, now);
            case PUBLISHED, LIVE, ENDED -> {
                refuseUnpublishable(changed);
                yield with(changed, decided, now);
            }
        };
    }

    /** Whether it will not take place. What was put away once it had begun was not called off. */
    public boolean neverTakesPlace() {
        return calledOff
                || (decided == EventState.ARCHIVED
                        && updatedAt.isBefore(startsAt().toInstant()));
    }

    /** Whether the public has lost it for good. */
    public boolean takenDown() {
        return decided == EventState.CANCELLED || decided == EventState.ARCHIVED;
    }

    /** With another picture, unless it is the same or the event changes no more. */
    Event showing(UnaryOperator<Video> decision, Instant now) {
        var changed = plan.showing(decision.apply(plan.video()));
        return decided == EventState.ARCHIVED || changed.equals(plan) ? this : with(changed, decided, now);
    }

    /** Publishing twice is the same as publishing once. */
    Event published(Instant now) {
        return switch (decided) {
            case PUBLISHED, LIVE, ENDED -> this;
            case CANCELLED -> throw new WrongState("This event is cancelled. Make a new one instead.");
            case ARCHIVED -> throw new WrongState("This event is archived. Make a new one instead.");
            case DRAFT -> {
                refuseUnpublishable(plan);
                yield with(plan, EventState.PUBLISHED, now);
            }
        };
    }

    /** Cancelling twice is the same as cancelling once. */
    Event cancelled(Instant now) {
        return switch (stateAt(now)) {
            case CANCELLED -> this;
            case PUBLISHED, LIVE -> with(plan, EventState.CANCELLED, now);
            case DRAFT -> throw new WrongState("Nobody knows of this draft yet. Delete it instead.");
            case ENDED -> throw new WrongState("This event has taken place and cannot be cancelled any more.");
            case ARCHIVED -> throw new WrongState("This event is archived and changes no more.");
        };
    }

    /** Whether archiving this would let people down if they have seats. */
    boolean promisedAt(Instant now) {
        return switch (stateAt(now)) {
            case PUBLISHED, LIVE -> true;
            case DRAFT, ENDED, CANCELLED, ARCHIVED -> false;
        };
    }

    /** Archiving twice is the same as archiving once. */
    Event archived(Instant now) {
        return decided == EventState.ARCHIVED ? this : with(plan, EventState.ARCHIVED, now);
    }

    public String title() {
        return plan.title();
    }

    /** Plain text, empty when there is none. */
    public String description() {
        return plan.description();
    }

    public AuthType authType() {
        return plan.admission().authType();
    }

    public ZonedDateTime startsAt() {
        return schedule().startsAt();
    }

    public ZonedDateTime endsAt() {
        return schedule().endsAt();
    }

    public Optional<String> manifestUrl() {
        return Optional.ofNullable(plan.video().manifestUrl());
    }

    public Optional<String> thumbnailUrl() {
        return Optional.ofNullable(plan.video().thumbnailUrl());
    }

    /** Whose pages may show the player; empty: our own only. */
    public List<String> allowedOrigins() {
        return plan.embedding().allowedOrigins();
    }

    /** What an operator sees: everything but the password, as a neutral tree (see {@link Fields}) by the API's names. */
    public Map<String, Object> wholeView(Instant now) {
        return EventView.whole(this, now);
    }

    /** What everybody sees. */
    public Map<String, Object> publicView(Instant now) {
        return EventView.forAll(this, now);
    }

    /** Tells two answers about the event apart, for time changes it too: {@code 7-live}. */
    public String etagAt(Instant now) {
        return version + "-" + Fields.wireName(stateAt(now));
    }

    private Schedule schedule() {
        return plan.schedule();
    }

    private Event with(Plan changed, EventState state, Instant now) {
        var moment = now.truncatedTo(ChronoUnit.MILLIS);
        return new Event(
                id,
                changed,
                state,
                calledOff || state == EventState.CANCELLED,
                version + 1,
                createdAt,
                moment.isBefore(updatedAt) ? updatedAt : moment);
    }

    private static void refuseUnpublishable(Plan plan) {
        var findings = Fields.of(Map.of());
        plan.checkPublishable(findings);
        findings.throwIfRefused();
    }
}
