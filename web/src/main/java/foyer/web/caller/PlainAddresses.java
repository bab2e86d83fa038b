package foyer.web.caller;

import foyer.edge.AskedPath;
import foyer.edge.ErrorAnswer;
import foyer.shared.ProblemCode;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Optional;

/**
 * Knows no address that only the container takes for one of the API, as {@code /api;events/x}: JAX-RS counts off the letters of
 * {@code /api/} and would serve what follows them, though every filter has seen another address. Mapped for requests.
 */
public class PlainAddresses extends RefusingFilter {
    @Inject
    PlainAddresses(Clock clock) {
        super(clock);
    }

    @Override
    Optional<ErrorAnswer> refusal(HttpServletRequest call) {
        return AskedPath.isPlainlyOfApi(call)
                ? Optional.empty()
                : Optional.of(new ErrorAnswer(ProblemCode.NOT_FOUND, "There is nothing at this address."));
    }
}
