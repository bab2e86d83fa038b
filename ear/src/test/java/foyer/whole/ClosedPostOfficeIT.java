package foyer.whole;

import static foyer.whole.EventFixture.anEvent;
import static org.assertj.core.api.Assertions.assertThat;

import foyer.launch.Await;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * The way to the post office has MicroProfile's time-out, bulkhead, retry and circuit breaker in both packagings: Payara
 * itself counts what they do. What the office does it does to both, so that it is waited for once.
 */
@Isolated("it closes the post office for everybody")
class ClosedPostOfficeIT {
    private static final String FAULTS = "/mail/_control/faults";

    private final List<Sender> both =
            Stream.of(Packaging.values()).map(Sender::on).toList();

    @AfterEach
    void theOfficeIsOpen() {
        Whole.sandbox().control("DELETE", FAULTS, "");
    }

    @Test
    void aLetterThatWasNotTakenIsBroughtAgainAtOnceAndEachTryIsWatched() {
        var retries = each(sender -> sender.count("ft_retry_retries_total"));
        var inTime = each(sender -> sender.count("ft_timeout_calls_total", "timedOut=\"false\""));
        var letIn = each(sender -> sender.count("ft_bulkhead_calls_total", "bulkheadResult=\"accepted\""));
        close(10_000);

        var mailboxes = each(Sender::register);

        grow(retries);
        theOfficeIsOpen();
        assertThat(mailboxes).allSatisfy(mailbox -> assertThat(mailbox.code()).isNotBlank());
        grow(inTime);
        grow(letIn);
    }

    @Test
    void anOfficeThatTakesTooLongIsGivenUpAndTheLetterComesAllTheSame() {
        var tooLate = each(sender -> sender.count("ft_timeout_calls_total", "timedOut=\"true\""));
        var half = Whole.POST_OFFICE_PATIENCE.toSeconds() / 2 + 1;
        delay("MAIL", half);
        delay("RCPT", half);

        var mailboxes = each(Sender::register);

        grow(tooLate);
        theOfficeIsOpen();
        assertThat(mailboxes).allSatisfy(mailbox -> {
            assertThat(mailbox.code()).isNotBlank();
            assertThat(mailbox.letters())
                    .extracting(letter -> letter.getJsonObject("headers").getString("Message-ID"))
                    .containsOnly(
                            mailbox.letters().get(0).getJsonObject("headers").getString("Message-ID"));
        });
    }

    @Test
    void anOfficeThatStaysClosedIsLeftInPeaceAndNoLetterIsLost() {
        var opened = each(sender -> sender.count("ft_circuitbreaker_opened_total"));
        close(10_000);

        var viewers = each(sender -> Stream.generate(sender::register).limit(8).toList()).stream()
                .flatMap(List::stream)
                .toList();

        grow(opened);
        theOfficeIsOpen();
        assertThat(Await.until(
                        Duration.ofSeconds(90),
                        () -> viewers.stream()
                                .noneMatch(viewer -> viewer.letters().isEmpty())))
                .isTrue();
        assertThat(viewers).allMatch(viewer -> viewer.letters().size() == 1);
    }

    private <T> List<T> each(Function<Sender, T> does) {
        return both.stream().map(does).toList();
    }

    private static void grow(List<Count> counts) {
        assertThat(counts).allSatisfy(count -> assertThat(soon(count::hasGrown)).isTrue());
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

    /** A server in one packaging, with an event that sends a letter to whoever registers. */
    private record Sender(Packaging packaging, String event) {
        static Sender on(Packaging packaging) {
            return new Sender(
                    packaging,
                    anEvent()
                            .with("authType", "email")
                            .publishedBy(Whole.on(packaging).as("organizer")));
        }

        Mailbox register() {
            var mailbox = Mailbox.fresh();
            Door.register(Whole.on(packaging).http(), event, mailbox);
            return mailbox;
        }

        /** As it is by now. */
        Count count(String what, String... labels) {
            return new Count(this, what, List.of(labels), counted(what, labels));
        }

        private double counted(String what, String... labels) {
            return Counted.on(Whole.on(packaging), "foyer.mail.PostCounter.send", what, labels);
        }
    }

    /** How often something had happened. */
    private record Count(Sender sender, String what, List<String> labels, double before) {
        boolean hasGrown() {
            return sender.counted(what, labels.toArray(String[]::new)) > before;
        }
    }
}
