package foyer.media.playback;

import foyer.event.Event;
import foyer.event.EventId;
import foyer.event.EventState;
import foyer.session.Playback;
import foyer.session.PlaybackTerm;
import foyer.session.Renewals;
import foyer.session.Session;
import foyer.session.SessionId;
import foyer.shared.SharedSettings;
import foyer.shared.WebAddress;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Tells viewers where their picture comes from. What we deliver ourselves comes from an address that carries the right to it; whatever an
 * event plays from elsewhere is told as it is.
 */
@ApplicationScoped
public class PlaybackAddresses implements Renewals {
    // Within one of these all who have no session of their own are told the same address.
    private static final long STEP_SECONDS = 30;
    // The clock of an edge may be behind ours.
    private static final Duration EDGE_IS_BEHIND = Duration.ofMinutes(1);
    private static final Duration AFTER_THE_END = Duration.ofHours(1);
    private static final String TOKEN = "[A-Za-z0-9._-]{1,1024}";

    @Inject
    SharedSettings deployment;

    @Inject
    PlaybackSettings settings;

    @Inject
    PlaybackTokens tokens;

    @Inject
    Clock clock;

    /** For whoever was let in by this session; empty as long as the event has no picture that this could be the right to. */
    public Optional<Playback> of(Event event, Session session, PlaybackTerm term) {
        return event.manifestUrl()
                .flatMap(manifest -> own(manifest)
                        .map(written -> with(event, session, written, end(event, session, term)))
                        .orElseGet(() -> Optional.of(new Playback(manifest, session.expiresAt()))));
    }

    /**
     * For anybody, of an event that asks nothing; an address that is not ours is told as it is. Before the event begins it is good from
     * its beginning on, and told only to those who come shortly before: it would be over else, or good although the event was moved.
     */
    public Optional<String> forAnybody(Event event) {
        return event.manifestUrl()
                .flatMap(manifest -> own(manifest)
                        .map(written -> with(event, null, written, soon()).map(Playback::url))
                        .orElseGet(() -> Optional.of(manifest)));
    }

    /**
     * Whether this is an address that a viewer of the event is told. Nothing is proven by it: what is ours plays only by a token that is
     * good, and whoever names what is not ours knows it already.
     */
    public boolean tells(Event event, String url) {
        return event.manifestUrl()
                .filter(manifest -> own(manifest)
                        .map(written -> Pattern.matches(
                                Pattern.quote(written.origin() + "/t/") + TOKEN + Pattern.quote(written.rest()), url))
                        .orElseGet(() -> url.equals(manifest)))
                .isPresent();
    }

    @Override
    public Optional<Playback> renewed(Event event, Session session, String token) {
        return given(event, session, token)
                ? event.manifestUrl().flatMap(this::own).flatMap(written -> with(event, session, written, soon()))
                : Optional.empty();
    }

    private boolean given(Event event, Session session, String token) {
        try {
            var before = tokens.read(token);
            return before.event().equals(event.id()) && before.holder().equals(holder(session));
        } catch (PlaybackRefused notOurs) {
            return false;
        }
    }

    // Only those who are registered can be told apart from others.
    private static Optional<SessionId> holder(Session session) {
        return session.registered() ? Optional.of(session.id()) : Optional.empty();
    }

    private Instant end(Event event, Session session, PlaybackTerm term) {
        return switch (term) {
            case RENEWED -> soon();
            case LASTING -> {
                var end = event.endsAt().toInstant().plus(AFTER_THE_END);
                yield end.isAfter(clock.instant()) ? end : session.expiresAt();
            }
        };
    }

    private Instant soon() {
        return Instant.ofEpochSecond(step() + STEP_SECONDS).plus(settings.lifetime());
    }

    private Optional<WebAddress> own(String manifest) {
        return deployment
                .ownMedia()
                .flatMap(address -> WebAddress.parse(address.toString()))
                .flatMap(address -> WebAddress.parse(manifest)
                        .filter(written -> written.origin().equals(address.origin())))
                .filter(PlaybackAddresses::liesInAFolder);
    }

    // A right to what lies beside a manifest at the root would be one to all pictures of all events.
    private static boolean liesInAFolder(WebAddress manifest) {
        return folder(manifest.rest()).length() > 1;
    }

    private Optional<Playback> with(Event event, @Nullable Session session, WebAddress manifest, Instant end) {
        var begin = begin(event);
        if (begin.isAfter(clock.instant())
                && end.isBefore(begin.plus(settings.lifetime().dividedBy(2)))) {
            return Optional.empty();
        }
        var until = session == null || end.isBefore(session.expiresAt()) ? end : session.expiresAt();
        var holder = session == null ? null : holder(session).orElse(null);
        var right = new PlaybackRight(event.id(), holder, path(event.id(), manifest.rest()), begin, until);
        return Optional.of(new Playback(manifest.origin() + "/t/" + tokens.write(right) + manifest.rest(), until));
    }

    /** No right begins before its event does: until then what plays may be a rehearsal, or a recording that nobody is to see yet. */
    private Instant begin(Event event) {
        return event.stateAt(clock.instant()) == EventState.PUBLISHED
                ? event.startsAt().toInstant()
                : Instant.ofEpochSecond(step()).minus(EDGE_IS_BEHIND);
    }

    private long step() {
        return clock.instant().getEpochSecond() / STEP_SECONDS * STEP_SECONDS;
    }

    /** All that is the event's, where the address names it; else what lies beside the manifest. */
    private static String path(EventId event, String manifest) {
        var own = "/" + event.value() + "/";
        var found = manifest.indexOf(own);
        return found >= 0 ? manifest.substring(0, found + own.length()) : folder(manifest);
    }

    private static String folder(String manifest) {
        var path = manifest.replaceFirst("[?#].*", "");
        return path.substring(0, path.lastIndexOf('/') + 1);
    }
}
