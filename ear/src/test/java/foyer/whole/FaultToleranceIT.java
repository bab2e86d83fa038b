package foyer.whole;

import static org.assertj.core.api.Assertions.assertThat;

import foyer.launch.Await;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Fault Tolerance is declared in the ejb module, and works in both packagings as it is seen from outside. */
@ParameterizedClass
@EnumSource(Packaging.class)
class FaultToleranceIT {
    private static final int CALLERS = Whole.STORE_CALLS_AT_ONCE * 2 + 8;

    @Parameter
    Packaging packaging = Packaging.MICRO;

    @Test
    void aSlowStoreIsGivenSomeCallsAndTheRestIsRefusedAtOnce() {
        Whole.on(packaging);

        // Long enough for all of them to arrive before the first has left.
        var statuses = SlowStore.lateBy(2.5, () -> AtOnce.calls(CALLERS, caller -> call()));

        // Who is refused, and how many, depends on who came first; without the bulkhead nobody would be.
        assertThat(statuses).containsOnly(404, 503).contains(404, 503);
    }

    @AfterEach
    void letTheStoreRecover() {
        assertThat(Await.until(Duration.ofSeconds(20), () -> call() == 404)).isTrue();
    }

    // An event nobody has asked for: any other would be answered from memory.
    private int call() {
        var unknown = UUID.randomUUID().toString().replace("-", "").substring(0, 22);
        return Whole.on(packaging).http().get("/api/events/" + unknown).status();
    }
}
