package foyer.web.caller;

import foyer.session.Carrying;
import foyer.session.Session;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** The session that a call's token names; its signature is verified once, however many ask on the call's way. */
@Dependent
public class CarriedSession {
    private static final String READ = "foyer.session.carried";

    private final Carrying carrying;

    @Inject
    CarriedSession(Carrying carrying) {
        this.carrying = carrying;
    }

    /** Empty where the call carries no token, or none of ours. The session may be over. */
    public Optional<Session> of(HttpServletRequest call) {
        if (call.getAttribute(READ) instanceof Session read) {
            return Optional.of(read);
        }
        var session = carrying.session(ViewerToken.in(call.getHeader("Authorization")));
        session.ifPresent(read -> call.setAttribute(READ, read));
        return session;
    }
}
