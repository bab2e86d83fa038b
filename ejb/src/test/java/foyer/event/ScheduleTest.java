package foyer.event;

import static foyer.event.SomeEvents.aDraftOf;
import static foyer.event.SomeEvents.aSubmission;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScheduleTest {
    @Test
    void wallTimeIsReadInTheZone() {
        var event = aDraftOf(times("2030-01-15T20:00:00", "2030-01-15T22:00", "America/New_York"));

        assertThat(event.startsAt().toInstant()).isEqualTo(Instant.parse("2030-01-16T01:00:00Z"));
        assertThat(event.endsAt()).hasToString("2030-01-15T22:00-05:00[America/New_York]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2030-05-01T20:00:00+02:00", "2030-05-01T20:00", "2030-05-01T20:00:00.000+02:00"})
    void theZonesOwnOffsetMayBeSaid(String start) {
        assertThat(aDraftOf(times(start, "2030-05-01T22:00:00", "Europe/Vienna"))
                        .startsAt()
                        .toInstant())
                .isEqualTo(SomeEvents.START);
    }

    @Test
    void anotherOffsetIsRefusedAndTheRightOneNamed() {
        var findings = Findings.in(times("2030-05-01T20:00:00Z", "2030-05-01T22:00:00", "Europe/Vienna"));

        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.field()).isEqualTo("startsAt");
            assertThat(finding.code()).isEqualTo("wrong_offset");
            assertThat(finding.message()).contains("+02:00");
        });
    }

    @Test
    void aTimeTheClocksSkipIsRefusedAndTheNextOneNamed() {
        var findings = Findings.in(times("2030-03-31T02:30:00", "2030-03-31T05:00:00", "Europe/Vienna"));

        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("in_gap");
            assertThat(finding.message()).contains("2030-03-31T03:30");
        });
    }

    @Test
    void aTimeTheClocksSkipStaysRefusedWithAnOffset() {
        assertThat(Findings.shortly(times("2030-03-31T02:30:00+01:00", "2030-03-31T05:00:00", "Europe/Vienna")))
                .containsExactly("startsAt in_gap");
    }

    @Test
    void aTimeTheClocksShowTwiceNeedsItsOffset() {
        var findings = Findings.in(times("2030-10-27T02:30:00", "2030-10-27T05:00:00", "Europe/Vienna"));

        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("ambiguous");
            assertThat(finding.message()).contains("+02:00").contains("+01:00");
        });
    }

    @Test
    void aTimeTheClocksShowTwiceIsTakenWithEitherOffset() {
        var event = aDraftOf(times("2030-10-27T02:30:00+02:00", "2030-10-27T02:30:00+01:00", "Europe/Vienna"));

        assertThat(event.startsAt().toInstant()).isEqualTo(Instant.parse("2030-10-27T00:30:00Z"));
        assertThat(event.endsAt().toInstant()).isEqualTo(Instant.parse("2030-10-27T01:30:00Z"));
        assertThat(event.wholeView(SomeEvents.LONG_BEFORE))
                .containsEntry("startsAt", "2030-10-27T02:30:00+02:00")
                .containsEntry("endsAt", "2030-10-27T02:30:00+01:00");
    }

    @Test
    void theEndIsAfterTheStart() {
        assertThat(Findings.shortly(times("2030-05-01T20:00:00", "2030-05-01T20:00:00", "Europe/Vienna")))
                .containsExactly("endsAt not_after");
    }

    @ParameterizedTest
    @ValueSource(strings = {"+02:00", "UTC+2", "CEST", "europe/vienna", "Mars/Olympus", "", "GMT0\u0000", "GMT+05:30"})
    void onlyNamedZonesCount(String zone) {
        assertThat(Findings.shortly(times("2030-05-01T20:00:00", "2030-05-01T22:00:00", zone)))
                .containsExactly("timeZone unknown_value");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tomorrow",
                "2030-02-30T20:00:00",
                "2030-05-01",
                "2030-05-01T24:00:00",
                "2030-05-01 20:00:00",
                "2030-05-01T20:00:60",
                "2030-05-01T20:00:00.5",
                "1969-12-31T23:59:59",
                "+12030-05-01T20:00:00",
                "2030-05-01T20:00:00+25:00",
                "2030-05-01T20:00:00[Europe/Vienna]",
                "٢٠٣٠-05-01T20:00:00",
                ""
            })
    void whatIsNoTimeIsRefused(String start) {
        assertThat(Findings.shortly(times(start, "2030-05-01T22:00:00", "Europe/Vienna")))
                .containsExactly("startsAt invalid");
    }

    private static Map<String, Object> times(String start, String end, String zone) {
        var tree = aSubmission();
        tree.putAll(Map.of("startsAt", start, "endsAt", end, "timeZone", zone));
        return tree;
    }
}
