package foyer.whole;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** Whatever all the others have asked, clicked and waited for, timers included: no table was read through for it. */
@Isolated("it reads what all others have asked the store for")
@Order(Integer.MAX_VALUE)
class NoScanIT {
    @Test
    void noTableWasReadThrough() {
        // Run by itself it comes after nobody.
        Whole.onMicro().http().get("/api/auth/jwks").expect(200);
        Whole.onMicro().as("organizer").get("/api/events").expect(200);

        assertThat(StoreCalls.counted((table, operation) -> operation.equals("Query")))
                .isPositive();
        assertThat(StoreCalls.counted((table, operation) -> operation.equals("Scan")))
                .isZero();
    }
}
