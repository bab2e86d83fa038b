package foyer.session;

import foyer.event.EventsInMemory;
import foyer.event.SomeBrowsing;
import foyer.shared.Fields;
import foyer.shared.Secret;
import foyer.shared.SettableClock;
import foyer.shared.Signatures;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The parts of viewing sessions as one node holds them, on a store that others may share. */
public final class SomeSessions {
    public static final SessionSettings SETTINGS =
            new SessionSettings(Duration.ofHours(12), Duration.ofSeconds(15), Duration.ofSeconds(20), 2_000, 1_000);

    public final SessionsInMemory sessions;
    public final PositionsInMemory positions;
    public final EventsInMemory events;
    public final SettableClock clock;
    public final Signatures signatures = new Signatures(new Secret(new byte[32]));
    public final Carrying carrying = new Carrying(signatures);
    public final Opening opening = new Opening();
    public final Beating beating = new Beating();
    public final Ending ending = new Ending();
    public final Holding holding;
    public final Resuming resuming;
    /** Of which somebody was told that they are about to lose their right. */
    public final List<Screens.Screen> takenBack = new ArrayList<>();

    final KeepingUp timer = new KeepingUp();
    final LiveSessions live = new LiveSessions(SETTINGS.remembered());

    private SomeSessions(
            SessionsInMemory sessions, PositionsInMemory positions, EventsInMemory events, SettableClock clock) {
        this.sessions = sessions;
        this.positions = positions;
        this.events = events;
        this.clock = clock;
        holding = new Holding(sessions, clock);
        resuming = new Resuming(positions, live);
        opening.sessions = sessions;
        opening.positions = positions;
        opening.live = live;
        opening.takingBack = takenBack::addAll;
        opening.signatures = signatures;
        opening.settings = SETTINGS;
        opening.clock = clock;
        beating.sessions = sessions;
        beating.live = live;
        beating.pace = new Pace(SETTINGS, clock);
        var recent = SomeBrowsing.recent(events, clock);
        beating.events = recent;
        beating.renewals = (event, session, token) -> Optional.empty();
        beating.audience = (session, figures, now) -> 0;
        beating.settings = SETTINGS;
        beating.clock = clock;
        ending.carrying = carrying;
        ending.sessions = sessions;
        ending.live = live;
        ending.takingBack = takenBack::addAll;
        ending.clock = clock;
        timer.sessions = sessions;
        timer.positions = positions;
        timer.live = live;
        timer.browsing = SomeBrowsing.of(events, recent, clock);
        timer.settings = SETTINGS;
        timer.clock = clock;
    }

    /** A screen reports with the token that it was given. */
    public HeardBeat beat(OpenedSession opened, Map<String, ?> report) {
        return beat(opened.session().id(), opened.token(), report);
    }

    HeardBeat beat(SessionId id, String token, Map<String, ?> report) {
        return beating.beat(carrying.session(id.value(), token), Fields.of(report));
    }

    public static SomeSessions onANode() {
        return on(new EventsInMemory(), new SettableClock());
    }

    public static SomeSessions on(EventsInMemory events, SettableClock clock) {
        return on(new SessionsInMemory(), events, clock);
    }

    /** One of the nodes on this store, by a clock of its own. */
    public static SomeSessions on(SessionsInMemory sessions, EventsInMemory events, SettableClock clock) {
        return new SomeSessions(sessions, new PositionsInMemory(), events, clock);
    }

    /** Another node on the same store. */
    public SomeSessions onAnotherNode() {
        return new SomeSessions(sessions, positions, events, clock);
    }

    /**
     * Opens sessions on another keeper of them.
     *
     * @param takingBack is told of screens that are about to lose their right
     */
    public static Opening opening(Sessions sessions, TakingBack takingBack) {
        var opening = onANode().opening;
        opening.sessions = sessions;
        opening.takingBack = takingBack;
        return opening;
    }

    /** What this node's origin asks. */
    public RecentStandings standings() {
        return new RecentStandings(sessions, SETTINGS, clock);
    }

    /** Who hears of screens that lose their right. */
    public void takeBackBy(TakingBack takingBack) {
        opening.takingBack = takingBack;
        ending.takingBack = takingBack;
    }

    /** Who renews addresses while somebody watches. */
    public void renewBy(Renewals renewals) {
        beating.renewals = renewals;
    }

    /** Who counts what screens measure. */
    public void countBy(Audience audience) {
        beating.audience = audience;
    }

    /** What the timer does every few seconds. */
    public void keepUp() {
        timer.keepUp();
    }
}
