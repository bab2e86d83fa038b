package violations.foyer.manners;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.function.Supplier;

class AsksTheMachine {
    Instant instant() {
        return Instant.now();
    }

    @SuppressWarnings("JavaTimeDefaultTimeZone")
    LocalDate localDate() {
        return LocalDate.now();
    }

    long millis() {
        return System.currentTimeMillis();
    }

    @SuppressWarnings("JavaUtilDate")
    Date date() {
        return new Date();
    }

    Clock clock() {
        return Clock.systemUTC();
    }

    Supplier<Instant> byReference() {
        return Instant::now;
    }
}
