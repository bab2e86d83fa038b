package foyer.web.caller;

import foyer.edge.AskedPath;
import foyer.edge.ErrorAnswer;
import foyer.session.Session;
import foyer.session.SessionId;
import foyer.shared.CurrentRequest;
import foyer.shared.TooManyRequests;
import foyer.traffic.Limits;
import foyer.traffic.NetworkAddress;
import foyer.traffic.Verdict;
import jakarta.inject.Inject;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;

/**
 * Counts every call, an operator's by operator, a screen's by its session and a stranger's by address, and refuses what is
 * too much, before anything is asked of the store. Mapped for errors too: a call with a bad token comes by as an error only, and whoever tries
 * tokens is to be counted.
 */
public class RateLimits implements Filter {
    private static final String COUNTED = "foyer.counted";

    private final Limits limits;
    private final CarriedSession carried;
    private final CrossOriginPolicy policy;
    private final Clock clock;

    @Inject
    RateLimits(Limits limits, CarriedSession carried, CrossOriginPolicy policy, Clock clock) {
        this.limits = limits;
        this.carried = carried;
        this.policy = policy;
        this.clock = clock;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var call = (HttpServletRequest) request;
        if (request.getAttribute(COUNTED) != null || !AskedPath.isOfApi(call)) {
            chain.doFilter(request, response);
            return;
        }
        request.setAttribute(COUNTED, true);
        var verdict = verdict(call);
        var answer = (HttpServletResponse) response;
        verdict.headers().forEach(answer::setHeader);
        try {
            verdict.orRefuse();
        } catch (TooManyRequests refused) {
            // Nothing is looked up for who asks too much: a page of a partner may read this only of what is known.
            CrossOrigin.name(CrossOrigin.of(call).flatMap(policy::allowedByWhatIsKnown), answer);
            ErrorAnswer.of(refused).writeTo(answer, CurrentRequest.id(), clock.instant());
            return;
        }
        chain.doFilter(request, response);
    }

    private Verdict verdict(HttpServletRequest request) {
        var operator = Callers.operator(request.getUserPrincipal());
        if (operator.isPresent()) {
            return limits.ask(Limits.OPERATOR, operator.get());
        }
        var session = session(request);
        if (session.isPresent()) {
            return limits.ask(Limits.SESSION, session.get().value());
        }
        var address = NetworkAddress.of(request.getRemoteAddr());
        return limits.ask(ViewersCalls.isEntry(request) ? Limits.ENTRY : Limits.ADDRESS, address);
    }

    /** Whose call it is; empty unless it is one that a session makes, with a token of ours that is not over. */
    private Optional<SessionId> session(HttpServletRequest request) {
        return ViewersCalls.isOfSession(request)
                ? carried.of(request)
                        .filter(session -> !session.overAt(clock.instant()))
                        .map(Session::id)
                : Optional.empty();
    }
}
