package foyer.payment.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import foyer.payment.letters.PaymentLetters;
import foyer.payment.letters.SomeLetters;
import foyer.payment.verdict.Tidings;
import foyer.registration.AccessLinks;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The simulation would find it, if one of the guards or of the letters were missing: each is needed, and the histories reach it. */
class GuardsTakenAwayIT {
    private static final long HISTORIES = 10_000;

    @ParameterizedTest
    @EnumSource
    void aHouseWithoutItIsFoundOut(Guard guard) {
        Silence.during(() -> {
            var found = LongStream.range(0, HISTORIES)
                    .filter(seed -> !faultless(seed, guard.without()))
                    .findFirst();

            assertThat(found).as("a history that misses it").isPresent();
            assertThat(faultless(found.getAsLong(), new Keepers())).isTrue();
        });
    }

    @ParameterizedTest
    @EnumSource
    void aHouseThatTellsNobodyOfItIsFoundOut(Tidings kept) {
        Silence.during(() -> {
            var found = LongStream.range(0, HISTORIES)
                    .filter(seed -> !faultless(seed, silentAbout(kept)))
                    .findFirst();

            assertThat(found).as("a history that misses the letter").isPresent();
            assertThat(faultless(found.getAsLong(), new Keepers())).isTrue();
        });
    }

    private static Keepers silentAbout(Tidings kept) {
        return new Keepers() {
            @Override
            PaymentLetters letters(AccessLinks links) {
                return SomeLetters.without(kept, links);
            }
        };
    }

    private static boolean faultless(long seed, Keepers keepers) {
        return new History(seed, keepers, false, new Adjacent()).live().isEmpty();
    }
}
