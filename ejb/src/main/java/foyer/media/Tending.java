package foyer.media;

import foyer.event.Event;
import foyer.event.Events;
import foyer.event.Screening;
import foyer.media.cost.CapStanding;
import foyer.shared.Journal;
import foyer.shared.Problem;
import foyer.shared.Unavailable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Brings channels to what they should be, a step at each look: compares what is with what is wanted and with what the event's
 * time asks for. Every step may be taken twice, so whoever dies or is late does no harm; what was seen and decided is written on
 * condition of the version.
 */
@ApplicationScoped
class Tending {
    private static final Journal JOURNAL = Journal.of(Tending.class);

    // On this node, at the last sweep.
    private volatile Set<BroadcastRef> suspects = Set.of();

    @Inject
    Broadcasts broadcasts;

    @Inject
    LiveOrigin origin;

    @Inject
    Harvesting harvesting;

    @Inject
    Capping capping;

    @Inject
    Events events;

    @Inject
    Screening screening;

    @Inject
    LiveSettings settings;

    @Inject
    Clock clock;

    /** Whether this deployment has all that channels need. */
    boolean ready() {
        return origin.lacking().isEmpty();
    }

    /** Does what is due for this one; fails with {@link foyer.shared.VersionConflict} when it was changed meanwhile. */
    void lookAt(Broadcast due) {
        // The index of what is due is behind: what is done must follow what was last decided.
        var now = clock.instant();
        var before = broadcasts.find(due.event()).filter(found -> found.version() == due.version());
        var event = events.find(due.event());
        if (before.isEmpty() || event.isEmpty()) {
            return;
        }
        tend(told(before.get(), event.get()), event.get(), now);
    }

    /** Keeps one that failed from being due again at once, and so from keeping back the others. */
    void putOff(Broadcast due) {
        broadcasts
                .find(due.event())
                .filter(found -> found.version() == due.version())
                .ifPresent(found -> broadcasts.replace(found, found.putOff(clock.instant())));
    }

    private void tend(Broadcast before, Event event, Instant now) {
        var slot = Slot.of(event, settings, now);
        try {
            var status = origin.status(before);
            var decided = turned(before.seen(status, slot, now), slot, now, status.known());
            var step = decided.step(slot, now);
            if (step == ChannelStep.HARVEST) {
                harvesting.harvest(before, decided);
                return;
            }
            take(step, decided);
            broadcasts.replace(before, decided.stepped(step, slot, now));
        } catch (Unavailable away) {
            var decided = turned(before, slot, now, false);
            stopUnseen(decided);
            broadcasts.replace(before, decided.waiting(away.words(), now));
        }
    }

    // Noted before it is told, and by itself: of all nodes one tells it, and none again when a step fails or the origin
    // is silent.
    private Broadcast told(Broadcast before, Event event) {
        var untold = before.over() ? Optional.<CapStanding>empty() : capping.untold(before, event);
        if (untold.isEmpty()) {
            return before;
        }
        var standing = untold.get();
        var after = before.spending(before.spending().told(standing.level()));
        broadcasts.replace(before, after, capping.letters(after, event, standing));
        capping.tell(after, standing);
        return after;
    }

    private Broadcast turned(Broadcast seen, Slot slot, Instant now, boolean known) {
        var turn = seen.turn(slot, settings, now).filter(made -> known || made.byTheClock());
        var decided = turn.map(made -> seen.turned(made, slot, now)).orElse(seen);
        turn.ifPresent(made -> note("What a channel should be has changed.", decided, made.reason()));
        return decided;
    }

    // What runs costs money: to end it nobody has to see how it is. What was started may run, and not have been seen
    // to.
    private void stopUnseen(Broadcast decided) {
        var mayRun = decided.state().runs() || decided.attempts() > 0;
        if (decided.wanted() == ChannelGoal.RUNNING || !mayRun) {
            return;
        }
        try {
            note("A channel is stopped unseen.", decided, "It may run, and should not.");
            origin.stop(decided);
        } catch (Unavailable stillAway) {
            note("A channel cannot be stopped yet.", decided, stillAway.words());
        }
    }

    private void take(ChannelStep step, Broadcast broadcast) {
        switch (step) {
            case NONE, HARVEST -> {}
            case PROVISION -> {
                note("A channel is made.", broadcast, "There is none.");
                origin.provision(broadcast);
            }
            case START -> {
                note("A channel is started.", broadcast, "It should run, and does not.");
                origin.start(broadcast);
            }
            case STOP -> {
                note("A channel is stopped.", broadcast, "It runs, and should not.");
                origin.stop(broadcast);
            }
            case RETIRE -> {
                note("A channel is removed.", broadcast, "It is over.");
                screening.showInstead(
                        broadcast.event(), origin.playback(broadcast).toString(), broadcast.playsAfterwards());
                origin.retire(broadcast);
            }
            case CLOSE -> note("A channel is gone.", broadcast, "Nothing is left of it.");
        }
    }

    /**
     * Removes the channels that nobody owns: those of broadcasts that were never noted, or are over. Not at first sight, for what one
     * sweep sees may be about to be noted, or not told yet. Never twice at once.
     */
    void removeStrays() {
        if (!ready()) {
            return;
        }
        var strays = new HashMap<BroadcastRef, String>();
        origin.present().forEach(present -> strayBecause(present).ifPresent(why -> strays.put(present, why)));
        var seenBefore = suspects;
        suspects = Set.copyOf(strays.keySet());
        strays.forEach((stray, why) -> {
            if (seenBefore.contains(stray)) {
                removeStray(stray, why);
            }
        });
    }

    /**
     * In words; empty: somebody owns it. Of what is noted and cannot be read nobody knows whose it is: it stays, and the others are removed
     * all the same.
     */
    private Optional<String> strayBecause(BroadcastRef present) {
        try {
            var noted = broadcasts.find(present.event());
            if (noted.isEmpty()) {
                return Optional.of("Nothing is noted of it.");
            }
            if (!noted.get().ref().equals(present)) {
                return Optional.of("Its event has another one.");
            }
            return noted.get().due().isPresent() ? Optional.empty() : Optional.of("It is over.");
        } catch (Problem silent) {
            throw silent;
        } catch (RuntimeException unread) {
            JOURNAL.alert("Whose a channel is cannot be read.", named(present), unread);
            return Optional.empty();
        }
    }

    // One that cannot be removed must not keep the others.
    private void removeStray(BroadcastRef stray, String why) {
        try {
            JOURNAL.warn(
                    "A channel that nobody owns is removed.",
                    Map.of(
                            "eventId", stray.event().value(),
                            "broadcastId", stray.id().value(),
                            "why", why));
            origin.retire(stray);
        } catch (Problem later) {
            JOURNAL.warn("A channel that nobody owns cannot be removed yet.", named(stray), later);
        } catch (RuntimeException bug) {
            JOURNAL.alert("A channel that nobody owns cannot be removed.", named(stray), bug);
        }
    }

    private static void note(String sentence, Broadcast about, String reason) {
        JOURNAL.note(
                sentence,
                Map.of(
                        "eventId", about.event().value(),
                        "broadcastId", about.id().value(),
                        "wanted", about.wanted().name(),
                        "why", reason));
    }

    private static Map<String, String> named(BroadcastRef present) {
        return Map.of(
                "eventId", present.event().value(), "broadcastId", present.id().value());
    }
}
