package foyer.access;

import foyer.registration.AccessLinks;
import foyer.registration.Registration;
import foyer.registration.RegistrationId;
import foyer.registration.Registrations;
import foyer.session.Carrying;
import foyer.session.Holding;
import foyer.session.Session;
import foyer.shared.NotFound;
import foyer.shared.Unauthenticated;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Recognises the viewer of a registration: by the token of a session, or, for those who have none, by that of the access link
 * in their letters.
 */
@Dependent
public class OwnViewer {
    private final Registrations registrations;
    private final AccessLinks links;
    private final Carrying carrying;
    private final Holding holding;

    @Inject
    OwnViewer(Registrations registrations, AccessLinks links, Carrying carrying, Holding holding) {
        this.registrations = registrations;
        this.links = links;
        this.carrying = carrying;
        this.holding = holding;
    }

    /**
     * The registration, if it is the caller's own. Fails with {@link Unauthenticated} for a token that is none of ours, is
     * over or was taken back, with {@link NotFound} for another's registration.
     */
    public Registration registration(RegistrationId id, @Nullable String token) {
        var session = carrying.session(token);
        session.ifPresent(holding::refuseWithoutRight);
        return session.isPresent() ? ofSession(id, session.get()) : ofLink(id, token);
    }

    /** The same for one that is over, which took the right of its sessions back: whoever ends it twice is not refused. */
    Optional<Registration> over(RegistrationId id, @Nullable String token) {
        return carrying.session(token)
                .map(session -> ofSession(id, session))
                .filter(registration -> registration.state().over());
    }

    private Registration ofSession(RegistrationId id, Session session) {
        if (session.registration().filter(id.value()::equals).isEmpty()) {
            throw new NotFound("registration");
        }
        return registrations.find(id).orElseThrow(() -> new NotFound("registration"));
    }

    private Registration ofLink(RegistrationId id, @Nullable String text) {
        var own = Optional.ofNullable(text)
                .flatMap(LinkToken::read)
                .filter(token -> !token.isProof())
                .flatMap(token ->
                        registrations.find(token.id()).filter(registration -> links.opens(registration, token.text())))
                .orElseThrow(() -> new Unauthenticated("Send the token of your session, or of your link."));
        if (!own.id().equals(id)) {
            throw new NotFound("registration");
        }
        return own;
    }
}
