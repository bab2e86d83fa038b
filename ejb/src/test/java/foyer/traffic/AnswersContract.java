package foyer.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import foyer.shared.Ids;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What every keeper of answers promises. */
public interface AnswersContract {
    Instant NOON = Instant.parse("2030-05-01T12:00:00Z");

    Answers answers();

    @Test
    default void theFirstClaimStands() {
        var claim = aClaim(Ids.fresh());

        assertThat(answers().claim(claim, NOON)).isEqualTo(claim);
    }

    @Test
    default void aSecondClaimIsToldOfTheFirst() {
        var first = aClaim(Ids.fresh());
        answers().claim(first, NOON);

        assertThat(answers().claim(aClaim(first.id()), NOON)).isEqualTo(first);
    }

    @Test
    default void aClaimWhoseTimeIsOverNeverWas() {
        var old = aClaim(Ids.fresh());
        answers().claim(old, NOON);
        var fresh = aClaim(old.id());

        assertThat(answers().claim(fresh, old.keptUntil())).isEqualTo(fresh);
    }

    @Test
    default void theAnswerIsKeptWithItsClaim() {
        var claim = aClaim(Ids.fresh());
        answers().claim(claim, NOON);

        assertThat(answers().replace(claim, claim.answered("sealed"))).isTrue();

        assertThat(answers().claim(aClaim(claim.id()), NOON)).isEqualTo(claim.answered("sealed"));
    }

    @Test
    default void onlyOneTakesAnAbandonedClaimOver() {
        var abandoned = aClaim(Ids.fresh());
        answers().claim(abandoned, NOON);
        var mine = aClaim(abandoned.id()).continuing(abandoned);
        var theirs = aClaim(abandoned.id()).continuing(abandoned);

        assertThat(answers().replace(abandoned, mine)).isTrue();
        assertThat(answers().replace(abandoned, theirs)).isFalse();
    }

    @Test
    default void whoWasTakenOverCannotAnswer() {
        var slow = aClaim(Ids.fresh());
        answers().claim(slow, NOON);
        answers().replace(slow, aClaim(slow.id()).continuing(slow));

        assertThat(answers().replace(slow, slow.answered("sealed"))).isFalse();
    }

    @Test
    default void anAnswerGivenMeanwhileIsNotTakenOver() {
        var claim = aClaim(Ids.fresh());
        answers().claim(claim, NOON);
        answers().replace(claim, claim.answered("sealed"));

        assertThat(answers().replace(claim, aClaim(claim.id()).continuing(claim)))
                .isFalse();
    }

    @Test
    default void aReleasedClaimLeavesNothing() {
        var claim = aClaim(Ids.fresh());
        answers().claim(claim, NOON);

        answers().release(claim);

        var next = aClaim(claim.id());
        assertThat(answers().claim(next, NOON)).isEqualTo(next);
    }

    @Test
    default void releasingWhatWasTakenOverDoesNothing() {
        var slow = aClaim(Ids.fresh());
        answers().claim(slow, NOON);
        var heir = aClaim(slow.id()).continuing(slow);
        answers().replace(slow, heir);

        answers().release(slow);

        assertThat(answers().claim(aClaim(slow.id()), NOON)).isEqualTo(heir);
    }

    @Test
    default void whatIsNotThereIsNotReplaced() {
        var claim = aClaim(Ids.fresh());

        assertThat(answers().replace(claim, claim.answered("sealed"))).isFalse();
    }

    private static KeptRequest aClaim(String id) {
        return new KeptRequest(
                id, "fingerprint", Ids.fresh(), Ids.fresh(), NOON.plusSeconds(60), NOON.plus(Duration.ofDays(7)), null);
    }
}
