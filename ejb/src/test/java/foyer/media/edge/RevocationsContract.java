package foyer.media.edge;

import static foyer.shared.SettableClock.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import foyer.session.SessionId;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every keeper of what was taken back promises. */
public interface RevocationsContract {
    Revocations revocations();

    @Test
    default void whatWasNotedIsDueAtOnceAsItWas() {
        var noted = aRevocation();
        revocations().note(List.of(noted));

        assertThat(revocations().due(NOON, 10_000)).contains(noted);
    }

    @Test
    default void whatIsKnownIsDueOnceItIsOver() {
        var known = aRevocation().known();
        revocations().note(List.of(known));

        assertThat(revocations().due(known.until().minusMillis(1), 10_000)).doesNotContain(known);
        assertThat(revocations().due(known.until(), 10_000)).contains(known);
    }

    @Test
    default void oneOfTheSameNameIsReplaced() {
        var noted = aRevocation();
        revocations().note(List.of(noted));
        revocations().note(List.of(noted.known()));

        assertThat(revocations().due(noted.until(), 10_000))
                .filteredOn(each -> each.name().equals(noted.name()))
                .containsExactly(noted.known());
    }

    @Test
    default void whatIsRemovedIsGone() {
        var many = IntStream.range(0, 60).mapToObj(each -> aRevocation()).toList();
        revocations().note(many);
        revocations().remove(many);
        revocations().remove(many);

        assertThat(revocations().due(NOON, 10_000)).doesNotContainAnyElementsOf(many);
    }

    @Test
    default void whatIsLookedAtAgainIsDueThen() {
        var noted = aRevocation();
        revocations().note(List.of(noted));
        var later = noted.lookedAtAgain(NOON.plusSeconds(2));

        revocations().change(List.of(later));

        assertThat(revocations().due(NOON.plusSeconds(1), 10_000)).doesNotContain(noted, later);
        assertThat(revocations().due(NOON.plusSeconds(2), 10_000)).contains(later);
    }

    @Test
    default void whatWasNotedAnewIsNeitherRemovedNorChanged() {
        var read = aRevocation();
        var anew = Revocation.of(read.session().orElseThrow(), read.until(), NOON.plusSeconds(1));
        revocations().note(List.of(read));
        revocations().note(List.of(anew));

        revocations().remove(List.of(read));
        revocations().change(List.of(read.lookedAtAgain(NOON.plusSeconds(9))));

        assertThat(revocations().due(NOON.plusSeconds(1), 10_000)).contains(anew);
    }

    @Test
    default void whatIsGoneIsNotChanged() {
        var gone = aRevocation();

        revocations().change(List.of(gone));

        assertThat(revocations().due(NOON, 10_000)).doesNotContain(gone);
    }

    private static Revocation aRevocation() {
        return Revocation.of(SessionId.fresh(), NOON.plus(Duration.ofHours(1)), NOON);
    }
}
