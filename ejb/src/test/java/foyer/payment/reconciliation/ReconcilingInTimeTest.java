package foyer.payment.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import foyer.shared.SettableClock;
import foyer.shared.Unavailable;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ReconcilingInTimeTest {
    private static final Duration A_MINUTE = Duration.ofMinutes(1);

    private final SettableClock clock = new SettableClock();
    private final ReconcilingInTime timer = new ReconcilingInTime();
    private int times;
    private boolean silent;

    ReconcilingInTimeTest() {
        timer.clock = clock;
        timer.settings = new ReconciliationSettings(A_MINUTE);
        timer.reconciling = new Reconciling() {
            @Override
            public void reconcile() {
                times++;
                if (silent) {
                    throw new Unavailable("No answer.", Duration.ofSeconds(1));
                }
            }
        };
    }

    @Test
    void itBeginsAtOnceAndGoesOnAtItsPace() {
        timer.reconcileInTime();
        timer.reconcileInTime();
        clock.pass(A_MINUTE.minusSeconds(1));
        timer.reconcileInTime();
        assertThat(times).isOne();

        clock.pass(Duration.ofSeconds(1));
        timer.reconcileInTime();

        assertThat(times).isEqualTo(2);
    }

    @Test
    void aRoundThatFailsIsFollowedByTheNext() {
        silent = true;
        timer.reconcileInTime();
        clock.pass(A_MINUTE);

        timer.reconcileInTime();

        assertThat(times).isEqualTo(2);
    }

    @Test
    void aClockThatIsSetBackKeepsItFromNothing() {
        timer.reconcileInTime();

        clock.pass(Duration.ofHours(-1));
        timer.reconcileInTime();
        timer.reconcileInTime();

        assertThat(times).isEqualTo(2);
    }
}
