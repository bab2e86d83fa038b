package foyer.session;

import foyer.shared.Alongside;
import foyer.shared.Unavailable;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Ends sessions before their time. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class Ending {
    private static final int TRIES = 10;

    @Inject
    Carrying carrying;

    @Inject
    Sessions sessions;

    @Inject
    LiveSessions live;

    @Inject
    TakingBack takingBack;

    @Inject
    Clock clock;

    /**
     * The screen itself is done. Closing twice is the same as closing once. Fails with
     * {@link foyer.shared.Unauthenticated} when the token is none of ours or another session's.
     */
    public void close(String sessionId, @Nullable String token) {
        var session = carrying.session(sessionId, token);
        var now = clock.instant();
        live.hear(session, null, now);
        live.change(session.id(), known -> known.checked(Standing.CLOSED, now));
        if (session.registered()) {
            change(session.viewer(), screens -> {
                var closing = screens.live().stream()
                        .filter(screen -> screen.session().equals(session.id()))
                        .toList();
                if (!closing.isEmpty()) {
                    takingBack.about(closing);
                }
                return screens.closed(session.id());
            });
        }
        sessions.remove(List.of(session.id()));
    }

    /**
     * Whoever watches by this registration is out within a minute, and whoever is being let in by what it was before
     * stays out.
     *
     * @param version of the registration from which on people may come in again
     */
    public void revoke(String registration, long version) {
        var now = clock.instant();
        change(registration, screens -> {
            takingBack.about(screens.live());
            return screens.revoked(version, now);
        });
        endHere(registration, now);
    }

    /**
     * The same, together with the change of the registration that ends its right: nobody goes on watching whose seat is free
     * again. Fails as that change does, and with {@link foyer.shared.VersionConflict} when a screen began meanwhile.
     *
     * @param change writes what it is given in its own transaction
     */
    public void revoke(String registration, long version, Consumer<Alongside> change) {
        var now = clock.instant();
        var before = sessions.screens(registration);
        takingBack.about(before.live());
        change.accept(sessions.replacing(before, before.revoked(version, now)));
        endHere(registration, now);
    }

    private void endHere(String registration, Instant now) {
        var registrant = Registrant.of(registration);
        live.those(known -> registrant.equals(known.session().registrant()))
                .forEach(known -> live.change(known.session().id(), before -> before.checked(Standing.REVOKED, now)));
    }

    private void change(String registration, UnaryOperator<Screens> change) {
        var before = sessions.screens(registration);
        for (var trial = 0; trial < TRIES; trial++) {
            var faster = sessions.replace(before, change.apply(before));
            if (faster.isEmpty()) {
                return;
            }
            before = faster.get();
        }
        throw new Unavailable("Too many screens begin at once. Please try again.", Duration.ofSeconds(1));
    }
}
