package violations.foyer.manners;

import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Calendar;
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

    ZonedDateTime zoned() {
        return ZonedDateTime.now(ZoneOffset.UTC);
    }

    @SuppressWarnings("JavaUtilDate")
    Calendar calendar() {
        return Calendar.getInstance();
    }

    InstantSource source() {
        return InstantSource.system();
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
