package foyer.event;

import static foyer.event.SomeEvents.LONG_BEFORE;
import static foyer.event.SomeEvents.aDraftOf;
import static foyer.event.SomeEvents.aHouse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import foyer.shared.Fields;
import java.util.Map;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

class EventPropertiesTest {
    @Property(tries = 2000, edgeCases = EdgeCasesMode.NONE)
    void nothingSubmittedDoesMoreHarmThanAFinding(@ForAll("anything") Map<String, Object> submission) {
        assertThatCode(() -> Findings.in(submission)).doesNotThrowAnyException();
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void whatIsShownReadsAsTheSamePlan(@ForAll("sound") Map<String, Object> submission) {
        var plan = aDraftOf(submission).plan();

        var read = Plan.read(Fields.of(plan.tree()), aHouse()).orElseThrow();

        assertThat(read.tree()).isEqualTo(plan.tree());
        assertThat(Findings.in(plan.tree())).isEmpty();
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void timeNeverRunsBackwards(@ForAll("sound") Map<String, Object> submission, @ForAll @Size(5) long[] moments) {
        var event = aDraftOf(submission);
        var stood = LongStream.of(moments)
                .map(moment -> Math.floorMod(moment, 40L * 365 * 24 * 3600 * 1000))
                .sorted()
                .mapToObj(java.time.Instant::ofEpochMilli)
                .map(published(event)::stateAt)
                .toList();

        assertThat(stood).isSorted();
    }

    private static Event published(Event event) {
        return new Event(event.id(), event.plan(), EventState.PUBLISHED, false, 2, LONG_BEFORE, LONG_BEFORE);
    }

    @Provide
    Arbitrary<Map<String, Object>> anything() {
        return Arbitraries.oneOf(Submissions.any(), mixed());
    }

    @Provide
    Arbitrary<Map<String, Object>> sound() {
        return Submissions.sound();
    }

    /** Sound ones spoilt by something else under one of their names. */
    private static Arbitrary<Map<String, Object>> mixed() {
        return net.jqwik.api.Combinators.combine(Submissions.sound(), Submissions.any())
                .as((sound, any) -> {
                    sound.putAll(any);
                    return sound;
                });
    }
}
