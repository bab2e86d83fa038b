package foyer.media.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import foyer.media.CannotMake;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The limits under which programs of others run. */
class ProgramsTest {
    private static final Duration AN_HOUR = Duration.ofHours(1);
    private static final List<String> ENDLESS = List.of("sleep", "3600");

    @TempDir
    Path folder;

    private final Programs programs = new Programs();

    @Test
    void oneThatTakesTooLongIsEndedAndSaysSo() {
        assertThatThrownBy(() -> run(ENDLESS, Duration.ofMillis(100), new ArrayList<>()))
                .isInstanceOf(CannotMake.class)
                .hasMessageContaining("took longer");
    }

    @Test
    void oneThatNeitherSaysNorMakesAnythingIsEndedAndSaysSo() {
        assertThatThrownBy(() -> run(ENDLESS, within(Duration.ofMillis(200)), new ArrayList<>()))
                .isInstanceOfSatisfying(
                        CannotMake.class,
                        refused -> assertThat(refused.trouble().curable()).isTrue())
                .hasMessageContaining("got no further");
    }

    @Test
    void oneThatSaysSomethingNowAndThenGoesOn() {
        var said = new ArrayList<String>();
        var slow = "for round in 1 2 3 4 5 6 7; do sleep 1; echo $round; done";

        assertThat(run(List.of("sh", "-c", slow), within(Duration.ofSeconds(5)), said))
                .isZero();

        assertThat(said).hasSize(7);
    }

    @Test
    void oneThatMakesFilesNowAndThenGoesOn() {
        var said = new ArrayList<String>();
        var slow = "for round in 1 2 3 4 5 6 7; do sleep 1; : > \"$0/$round\"; done";

        assertThat(run(List.of("sh", "-c", slow, folder.toString()), within(Duration.ofSeconds(5)), said))
                .isZero();

        assertThat(said).isEmpty();
        assertThat(folder.resolve("7")).exists();
    }

    /** Within an hour. */
    private int run(List<String> command, Standstill standstill, List<String> said) {
        return programs.run(command, folder.resolve("log"), AN_HOUR, standstill, said::add);
    }

    private Standstill within(Duration patience) {
        return new Standstill(List.of(folder), patience);
    }

    @Test
    void noneIsToldOfOurSettings() {
        var said = new ArrayList<String>();

        assertThat(run(List.of("env"), AN_HOUR, said)).isZero();

        assertThat(said).contains("LC_ALL=C").allMatch(line -> line.matches("(PATH|LC_ALL|PWD|SHLVL|_)=.*"));
    }

    @Test
    void noneHearsAnything() {
        var said = new ArrayList<String>();

        assertThat(run(List.of("cat"), AN_HOUR, said)).isZero();

        assertThat(said).isEmpty();
    }

    @Test
    void whoHasHeardEnoughEndsIt() {
        assertThatThrownBy(() -> programs.run(List.of("yes"), folder.resolve("log"), AN_HOUR, line -> false))
                .isInstanceOf(LeftOff.class);
    }

    @Test
    void noneOutlivesThisServer() throws IOException, InterruptedException {
        var running = programs.begin(ENDLESS, Redirect.DISCARD);
        assertThat(running.isAlive()).isTrue();

        programs.close();

        assertThat(running.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThatThrownBy(() -> programs.begin(ENDLESS, Redirect.DISCARD)).isInstanceOf(IOException.class);
    }

    @Test
    void noneBeginsOnceThisServerEnds() {
        programs.close();

        assertTimeoutPreemptively(
                Duration.ofSeconds(30),
                () -> assertThatThrownBy(() -> run(ENDLESS, AN_HOUR, new ArrayList<>()))
                        .isInstanceOf(LeftOff.class));
    }

    @Test
    void aLineWithoutAnEndIsHeardAsFarAsLinesGo() {
        var said = new ArrayList<String>();

        assertThat(run(List.of("sh", "-c", "head -c 3000000 /dev/zero | tr '\\0' x; echo; echo y"), AN_HOUR, said))
                .isZero();

        assertThat(said).hasSize(2).last().isEqualTo("y");
        assertThat(said.get(0)).hasSize(Programs.LONGEST_LINE);
    }

    @Test
    void aFileThatSaysTooMuchOfItselfIsToldSo() {
        var said = new StringBuilder();

        assertThat(Workshop.isHeard(said, "{")).isTrue();
        assertThatThrownBy(() -> Workshop.isHeard(said, "x".repeat(Programs.LONGEST_LINE)))
                .isInstanceOf(CannotMake.class)
                .hasMessageContaining("says more of itself");
    }

    private int run(List<String> command, Duration limit, List<String> said) {
        return programs.run(command, folder.resolve("log"), limit, said::add);
    }
}
