package foyer.whole;

import static foyer.whole.EventFixture.anEvent;
import static org.assertj.core.api.Assertions.assertThat;

import foyer.launch.Await;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The way to the post office has MicroProfile's time-out, bulkhead, retry and circuit breaker in both packagings: Payara
 * itself counts what they do.
 */
@Isolated("it closes the post office for everybody")
@ParameterizedClass
@EnumSource(Packaging.class)
class ClosedPostOfficeIT {
    private static final String FAULTS = "/mail/_control/faults";

    @Parameter
    Packaging packaging = Packaging.MICRO;

    @AfterEach
    void theOfficeIsOpen() {
        Whole.sandbox().control("DELETE", FAULTS, "");
    }

    @Test
    void aLetterThatWasNotTakenIsBroughtAgainAtOnceAndEachTryIsWatched() {
        var event = anEvent()
                .with("authType", "email")
                .publishedBy(Whole.on(packaging).as("organizer"));
        var retries = counted("ft_retry_retries_total");
        var inTime = counted("ft_timeout_calls_total", "timedOut=\"false\"");
        var letIn = counted("ft_bulkhead_calls_total", "bulkheadResult=\"accepted\"");
        close(10_000);

        var mailbox = register(event);

        assertThat(soon(() -> counted("ft_retry_retries_total") > retries)).isTrue();
        theOfficeIsOpen();
        assertThat(mailbox.code()).isNotBlank();
        assertThat(soon(() -> counted("ft_timeout_calls_total", "timedOut=\"false\"") > inTime))
                .isTrue();
        assertThat(soon(() -> counted("ft_bulkhead_calls_total", "bulkheadResult=\"accepted\"") > letIn))
                .isTrue();
    }

    @Test
    void anOfficeThatTakesTooLongIsGivenUpAndTheLetterComesAllTheSame() {
        var event = anEvent()
                .with("authType", "email")
                .publishedBy(Whole.on(packaging).as("organizer"));
        var tooLate = counted("ft_timeout_calls_total", "timedOut=\"true\"");
        var half = Whole.POST_OFFICE_PATIENCE.toSeconds() / 2 + 1;
        delay("MAIL", half);
        delay("RCPT", half);

        var mailbox = register(event);

        assertThat(soon(() -> counted("ft_timeout_calls_total", "timedOut=\"true\"") > tooLate))
                .isTrue();
        theOfficeIsOpen();
        assertThat(mailbox.code()).isNotBlank();
        assertThat(mailbox.letters())
                .extracting(letter -> letter.getJsonObject("headers").getString("Message-ID"))
                .containsOnly(mailbox.letters().get(0).getJsonObject("headers").getString("Message-ID"));
    }

    @Test
    void anOfficeThatStaysClosedIsLeftInPeaceAndNoLetterIsLost() {
        var event = anEvent()
                .with("authType", "email")
                .publishedBy(Whole.on(packaging).as("organizer"));
        var opened = counted("ft_circuitbreaker_opened_total");
        close(10_000);

        var viewers = Stream.generate(() -> register(event)).limit(8).toList();

        assertThat(soon(() -> counted("ft_circuitbreaker_opened_total") > opened))
                .isTrue();
        theOfficeIsOpen();
        assertThat(Await.until(
                        Duration.ofSeconds(90),
                        () -> viewers.stream()
                                .noneMatch(viewer -> viewer.letters().isEmpty())))
                .isTrue();
        assertThat(viewers).allMatch(viewer -> viewer.letters().size() == 1);
    }

    private Mailbox register(String event) {
        var mailbox = Mailbox.fresh();
        Door.register(Whole.on(packaging).http(), event, mailbox);
        return mailbox;
    }

    private static void delay(String operation, long seconds) {
        var fault = "{\"operation\":\"%s\",\"effect\":\"delay\",\"count\":10000,\"seconds\":%d}";
        Whole.sandbox().control("PUT", FAULTS, fault.formatted(operation, seconds));
    }

    private static void close(int letters) {
        var fault = "{\"operation\":\"DATA\",\"effect\":\"before\",\"count\":%d}";
        Whole.sandbox().control("PUT", FAULTS, fault.formatted(letters));
    }

    private static boolean soon(BooleanSupplier condition) {
        return Await.until(Duration.ofSeconds(60), condition);
    }

    private double counted(String what, String... labels) {
        return Counted.on(Whole.on(packaging), "foyer.mail.PostCounter.send", what, labels);
    }
}
