package violations.foyer.manners;

import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;

class ShortBreakers {
    @CircuitBreaker(delay = 5, delayUnit = ChronoUnit.SECONDS)
    void closesTooSoon() {}
}
