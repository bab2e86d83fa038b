package foyer.payment.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import foyer.shared.Fields;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The record of the decision draws what the code does. */
class OutcomesAsDrawnTest {
    private static final Path RECORD = Path.of("../docs/adr/0018-what-a-payment-means.md");
    private static final String ARROW = "\u2192";

    @ParameterizedTest
    @EnumSource
    void eachLeadsWhereItIsDrawnToLead(Outcome outcome) throws IOException {
        assertThat(drawn(outcome))
                .isEqualTo(outcome.next().stream().map(Fields::wireName).collect(Collectors.toSet()));
    }

    @Test
    void whatIsSeenGrowsInTheOrderInWhichItIsDrawn() throws IOException {
        assertThat(line("progress")).isEqualTo(names(Progress.values()));
        assertThat(line("flaws").stream().map(name -> name.split(",")).flatMap(Stream::of))
                .map(String::strip)
                .containsExactlyElementsOf(Stream.concat(Stream.of("none"), names(Seen.Flaw.values()).stream())
                        .toList());
    }

    @Test
    void ofDisputesTheNumbersGrowThatAreDrawn() throws IOException {
        var number = Pattern.compile("(\\w+) 0 " + ARROW);
        try (var lines = Files.lines(RECORD)) {
            var drawn = lines.filter(line -> line.startsWith("disputes "))
                    .flatMap(line -> number.matcher(line).results().map(found -> found.group(1)))
                    .toList();

            assertThat(drawn)
                    .isEqualTo(Stream.of(Disputes.class.getRecordComponents())
                            .map(RecordComponent::getName)
                            .toList());
        }
    }

    private static List<String> names(Enum<?>[] values) {
        return Stream.of(values).map(Fields::wireName).toList();
    }

    private static List<String> line(String what) throws IOException {
        try (var lines = Files.lines(RECORD)) {
            var drawn = lines.filter(line -> line.matches(what + " +\\S.*" + ARROW + ".*"))
                    .findFirst()
                    .orElseThrow();
            return Stream.of(drawn.substring(what.length()).split(ARROW))
                    .map(String::strip)
                    .toList();
        }
    }

    private static Set<String> drawn(Outcome outcome) throws IOException {
        try (var lines = Files.lines(RECORD)) {
            return lines.filter(line -> line.matches(Fields.wireName(outcome) + " +" + ARROW + ".*"))
                    .flatMap(line ->
                            Stream.of(line.substring(line.indexOf(ARROW) + 1).split(",")))
                    .map(String::strip)
                    .filter(name -> !name.isEmpty())
                    .collect(Collectors.toSet());
        }
    }
}
