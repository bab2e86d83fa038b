package foyer.payment.letters;

import static org.assertj.core.api.Assertions.assertThat;

import foyer.payment.SomePayments;
import foyer.shared.KeptLines;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.eclipse.microprofile.metrics.Counter;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CountedAlertsTest {
    private final KeptLines kept = new KeptLines(Logger.getLogger(CountedAlerts.class.getName()));
    private final List<LogRecord> lines = kept.lines();

    private final CountedAlerts alerts = new CountedAlerts();
    private long counted;

    @BeforeEach
    void listen() {
        alerts.metrics = registry();
    }

    @AfterEach
    void stopListening() {
        kept.close();
    }

    @Test
    void whatNeedsAPersonIsALineThatWakesSomebodyAndIsCounted() {
        var house = new SomePayments();
        var payment = house.anOpenPayment(house.aHeldSeat()).refusedForGood(house.clock.instant());

        alerts.raised(payment, null);

        assertThat(counted).isOne();
        assertThat(lines).singleElement().satisfies(line -> {
            assertThat(line.getLevel()).isEqualTo(Level.SEVERE);
            assertThat(line.getMessage()).isEqualTo("A payment needs a person.");
            assertThat(line.getParameters())
                    .containsExactly(Map.of(
                            "requestId",
                            "none",
                            "paymentId",
                            payment.id().value(),
                            "eventId",
                            payment.event().value(),
                            "outcome",
                            "UNDECIDED",
                            "needs",
                            "[refused]"));
        });
    }

    private MetricRegistry registry() {
        var counter = proxy(Counter.class, () -> counted++);
        return proxy(MetricRegistry.class, () -> counter);
    }

    /** Whatever it is asked for. */
    private static <T> T proxy(Class<T> type, Supplier<?> answer) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (any, method, given) -> answer.get()));
    }
}
