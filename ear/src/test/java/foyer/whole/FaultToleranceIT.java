package foyer.whole;

import static org.assertj.core.api.Assertions.assertThat;

import foyer.launch.Await;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Fault Tolerance is declared in the ejb module, and works in both packagings as it is seen from outside. */
@Isolated("it slows the store for everybody")
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
        var answers = SlowStore.lateBy(2.5, () -> AtOnce.calls(CALLERS, caller -> call()));

        // Who is refused, and how many, depends on who came first; without the bulkhead nobody would be.
        assertThat(answers).extracting(Called::status).containsOnly(404, 503).contains(404, 503);
        assertThat(answers).filteredOn(answer -> answer.status() == 503).allSatisfy(refused -> {
            refused.problem();
            assertThat(refused.errorCode()).isEqualTo("unavailable");
            assertThat(Integer.parseInt(refused.header("Retry-After"))).isPositive();
        });
    }

    @AfterEach
    void letTheStoreRecover() {
        assertThat(Await.until(Duration.ofSeconds(20), () -> call().status() == 404))
                .isTrue();
    }

    // An event nobody has asked for: any other would be answered from memory.
    private Called call() {
        var unknown = UUID.randomUUID().toString().replace("-", "").substring(0, 22);
        return Whole.on(packaging).http().get("/api/events/" + unknown);
    }
}
