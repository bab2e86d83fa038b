package foyer.session;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import foyer.shared.Fields;
import foyer.shared.Finding;
import foyer.shared.ValidationFailed;
import java.math.BigDecimal;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FiguresTest {
    @Test
    void aBeatWithoutThemHasNone() {
        assertThat(Beat.read(Fields.of(Map.of("state", "playing"))).figures()).isNull();
    }

    @Test
    void theyAreReadAsTheyWereTold() {
        var figures = read(Map.of(
                "watched",
                new BigDecimal("12.5"),
                "seen",
                List.of(List.of(0L, new BigDecimal("9.5")), List.of(25L, 31L)),
                "startup",
                850L,
                "stalls",
                2L,
                "stalled",
                new BigDecimal("0.25"),
                "bitrate",
                3_000_000L,
                "errors",
                2L,
                "last",
                true));

        assertThat(figures.watchedMillis()).isEqualTo(12_500);
        assertThat(figures.seen()).isEqualTo(bits(0, 2, 3));
        assertThat(figures.startupMillis()).isEqualTo(850);
        assertThat(figures.stalls()).isEqualTo(2);
        assertThat(figures.stalledMillis()).isEqualTo(250);
        assertThat(figures.bitrate()).isEqualTo(3_000_000);
        assertThat(figures.failed()).isTrue();
        assertThat(figures.last()).isTrue();
    }

    @Test
    void whatWasNotMeasuredIsNothing() {
        var figures = read(Map.of());

        assertThat(figures.watchedMillis()).isZero();
        assertThat(figures.startupMillis()).isNegative();
        assertThat(figures.origin()).isNull();
        assertThat(figures.failed()).isFalse();
        assertThat(figures.last()).isFalse();
    }

    @Test
    void partsThatOverlapAreOne() {
        assertThat(read(Map.of("seen", List.of(List.of(0L, 30L), List.of(10L, 20L), List.of(5L, 5L))))
                        .seen())
                .isEqualTo(bits(0, 1, 2));
    }

    @Test
    void whatIsLaterThanADayIsNotToldApart() {
        assertThat(read(Map.of("seen", List.of(List.of(0L, 10_000_000L), List.of(9_000_000L, 9_000_001L))))
                        .seen()
                        .length())
                .isEqualTo(Figures.STRETCHES);
    }

    @Test
    void anOriginThatIsNoneIsForgotten() {
        assertThat(read(Map.of("origin", "x".repeat(5_000))).origin()).isNull();
    }

    @Test
    void allThatCannotBeIsNamedAtOnce() {
        var wrong = new HashMap<String, Object>();
        wrong.put("screen", "<script>");
        wrong.put("sequence", 0L);
        wrong.put("watched", -1L);
        wrong.put("stalled", new BigDecimal("1e400000000"));
        wrong.put("startup", new BigDecimal("1.5"));
        wrong.put("errors", "many");
        wrong.put(
                "seen",
                List.of(List.of(3L, 2L), List.of(1L), "all", List.of("a", "b"), List.of(-1L, 2L), Map.of("from", 1L)));

        assertThat(findings(wrong))
                .extracting(Finding::field)
                .containsExactlyInAnyOrder(
                        "figures.screen",
                        "figures.sequence",
                        "figures.watched",
                        "figures.stalled",
                        "figures.startup",
                        "figures.errors",
                        "figures.seen[0]",
                        "figures.seen[1]",
                        "figures.seen[2]",
                        "figures.seen[3]",
                        "figures.seen[4]",
                        "figures.seen[5]");
    }

    @Test
    void tooManyPartsAreRefused() {
        assertThat(findings(Map.of(
                        "screen", "12345678", "sequence", 1L, "seen", Collections.nCopies(201, List.of(0L, 1L)))))
                .extracting(Finding::code)
                .containsExactly("too_many");
    }

    @ParameterizedTest
    @ValueSource(strings = {"screen", "sequence"})
    void whatTellsReportsApartIsRequired(String name) {
        var told = new HashMap<String, Object>(Map.of("screen", "12345678", "sequence", 1L));
        told.remove(name);

        assertThat(findings(told)).extracting(Finding::field).containsExactly("figures." + name);
    }

    @Test
    void whatIsNoGroupIsRefused() {
        assertThatThrownBy(() -> Beat.read(Fields.of(Map.of("figures", 7L)))).isInstanceOf(ValidationFailed.class);
    }

    private static Figures read(Map<String, ?> told) {
        var all = new HashMap<String, Object>(Map.of("screen", "12345678", "sequence", 1L));
        all.putAll(told);
        return requireNonNull(Beat.read(Fields.of(Map.of("figures", all))).figures());
    }

    private static List<Finding> findings(Map<String, ?> told) {
        var fields = Fields.of(Map.of("figures", told));
        try {
            Beat.read(fields);
            return List.of();
        } catch (ValidationFailed failed) {
            return failed.findings();
        }
    }

    private static BitSet bits(int... wanted) {
        var bits = new BitSet();
        for (var bit : wanted) {
            bits.set(bit);
        }
        return bits;
    }
}
