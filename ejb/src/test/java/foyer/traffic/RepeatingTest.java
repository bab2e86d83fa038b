package foyer.traffic;

import static foyer.traffic.RepeatingFixture.aRequest;
import static foyer.traffic.RepeatingFixture.repeatingOn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import foyer.shared.SettableClock;
import foyer.shared.Unavailable;
import foyer.shared.ValidationFailed;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RepeatingTest {
    private static final Answer CREATED = new Answer(
            201, Map.of("Location", "/api/events/1"), Map.of("title", "Spring", "price", List.of(1_000L, "EUR")));

    private final SettableClock clock = new SettableClock();
    private final Answers answers = new AnswersInMemory();
    private final Repeating repeating = repeatingOn(answers, clock);
    private final List<String> made = new ArrayList<>();

    @Test
    void theFirstCallIsWorkedOn() {
        assertThat(repeating.once(aRequest("a"), this::make)).isEqualTo(CREATED);
        assertThat(made).hasSize(1);
    }

    @Test
    void theSameCallIsAnsweredTheSameAndDoesNothing() {
        repeating.once(aRequest("a"), this::make);

        assertThat(repeating.once(aRequest("a"), this::make)).isEqualTo(CREATED);
        assertThat(made).hasSize(1);
    }

    @Test
    void anotherKeyCallerOrPathIsAnotherCall() {
        var body = Map.of("title", "Spring");
        repeating.once(new RequestKey("x", "/y", "z", body), this::make);
        repeating.once(new RequestKey("x", "/y", "zz", body), this::make);
        repeating.once(new RequestKey("x", "/yy", "z", body), this::make);
        repeating.once(new RequestKey("xx", "/y", "z", body), this::make);

        assertThat(made).hasSize(4).doesNotHaveDuplicates();
    }

    @Test
    void theSameKeyWithAnotherBodyIsRefused() {
        repeating.once(aRequest("a"), this::make);

        var other = new RequestKey("operator-1", "/api/events", "a", Map.of("title", "Autumn"));
        assertThatThrownBy(() -> repeating.once(other, this::make)).isInstanceOf(KeyReused.class);
    }

    @Test
    void aCallInFlightIsNotBegunAgain() {
        repeating.once(aRequest("a"), id -> {
            assertThatThrownBy(() -> repeating.once(aRequest("a"), this::make)).isInstanceOf(RequestInFlight.class);
            return CREATED;
        });

        assertThat(made).isEmpty();
    }

    @Test
    void aRefusalFreesTheKeyForTheCorrectedBody() {
        assertThatThrownBy(() -> repeating.once(aRequest("a"), id -> {
                    throw new ValidationFailed("title", "required", "This is required.");
                }))
                .isInstanceOf(ValidationFailed.class);

        var corrected = new RequestKey("operator-1", "/api/events", "a", Map.of("title", "Corrected"));
        assertThat(repeating.once(corrected, this::make)).isEqualTo(CREATED);
    }

    @Test
    void aCallThatEndedUnknownIsRepeatedUnderTheSameId() {
        assertThatThrownBy(() -> repeating.once(aRequest("a"), id -> {
                    make(id);
                    throw new Unavailable("The store does not answer.", Duration.ofSeconds(1));
                }))
                .isInstanceOf(Unavailable.class);

        assertThat(repeating.once(aRequest("a"), this::make)).isEqualTo(CREATED);
        assertThat(made).hasSize(2).containsOnly(made.get(0));
    }

    @Test
    void whoRepeatsItIsToldThatItsIdWasHandedOutBefore() {
        var before = new ArrayList<Boolean>();
        assertThatThrownBy(() -> repeating.once(aRequest("a"), id -> {
                    before.add(id.handedOutBefore());
                    throw new Unavailable("The store does not answer.", Duration.ofSeconds(1));
                }))
                .isInstanceOf(Unavailable.class);

        repeating.once(aRequest("a"), id -> {
            before.add(id.handedOutBefore());
            return CREATED;
        });

        assertThat(before).containsExactly(false, true);
    }

    @Test
    void aBugLeavesTheIdToTheRepetitionToo() {
        assertThatThrownBy(() -> repeating.once(aRequest("a"), id -> {
                    make(id);
                    throw new IllegalStateException("a bug");
                }))
                .isInstanceOf(IllegalStateException.class);

        repeating.once(aRequest("a"), this::make);
        assertThat(made).hasSize(2).containsOnly(made.get(0));
    }

    @Test
    void aCrashedCallIsTakenOverWhenItsLeaseIsOver() {
        var first = new ArrayList<String>();
        repeating.once(aRequest("a"), crashed -> {
            first.add(crashed.value());
            clock.pass(RepeatingFixture.LEASE);
            assertThatCode(() -> repeating.once(aRequest("a"), this::make)).doesNotThrowAnyException();
            return CREATED;
        });

        assertThat(made).isEqualTo(first);
    }

    @Test
    void whenTheTimeIsOverTheKeyIsNew() {
        repeating.once(aRequest("a"), this::make);
        clock.pass(RepeatingFixture.KEPT_FOR);

        repeating.once(aRequest("a"), this::make);
        assertThat(made).hasSize(2).doesNotHaveDuplicates();
    }

    @Test
    void anAnswerTooLongToKeepIsMadeAnewUnderTheSameId() {
        var longOne = new Answer(201, Map.of(), Map.of("text", "x".repeat(400_000)));
        repeating.once(aRequest("a"), id -> {
            make(id);
            return longOne;
        });

        assertThat(repeating.once(aRequest("a"), id -> {
                    make(id);
                    return longOne;
                }))
                .isEqualTo(longOne);
        assertThat(made).hasSize(2).containsOnly(made.get(0));
    }

    @Test
    void anAnswerThatCannotBeKeptIsGivenAllTheSame() {
        var forgetful = repeatingOn(new Forgetful(), clock);

        assertThat(forgetful.once(aRequest("a"), this::make)).isEqualTo(CREATED);
    }

    @Test
    void anAnswerUnderAnOldSecretIsMadeAnewUnderTheSameId() {
        repeating.once(aRequest("a"), this::make);
        repeating.seal = RepeatingFixture.seal((byte) 2);
        clock.pass(RepeatingFixture.LEASE);

        repeating.once(aRequest("a"), this::make);
        assertThat(made).hasSize(2).containsOnly(made.get(0));
    }

    private Answer make(FreshId id) {
        made.add(id.value());
        return CREATED;
    }

    /** Claims, and then falls silent. */
    private static final class Forgetful implements Answers {
        @Override
        public KeptRequest claim(KeptRequest wanted, Instant now) {
            return wanted;
        }

        @Override
        public boolean replace(KeptRequest before, KeptRequest after) {
            throw new Unavailable("The store does not answer.", Duration.ofSeconds(1));
        }

        @Override
        public void release(KeptRequest claim) {}
    }
}
