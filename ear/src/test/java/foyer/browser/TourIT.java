package foyer.browser;

import static org.assertj.core.api.Assertions.assertThat;

import foyer.launch.Await;
import foyer.whole.Build;
import foyer.whole.OwnStandIns;
import foyer.whole.Whole;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The five minutes with curl of the README, word for word, in one shell as a reader would type them. */
@OwnStandIns("it signs in as the first operator, which may be tried so often in a minute")
class TourIT {
    private static final Pattern BLOCK = Pattern.compile("```bash\n(.*?)```", Pattern.DOTALL);

    @Test
    void theReadmesTourEndsWithAPartnersPageThatPlays() throws IOException {
        var said = said(tour());

        var partnerPage = theOne(said, Whole.sandbox().url() + "/partner");
        var eventId = partnerPage.substring(partnerPage.lastIndexOf('/') + 1);
        assertThat(theOne(said, "<iframe "))
                .contains(" src=\"" + Whole.onMicro().url() + "/embed/" + eventId + "\"");
        var sale = theOne(said, Whole.onMicro().url() + "/watch/");
        assertThat(said.get(said.size() - 2)).startsWith("{\"items\":[]");
        assertThat(said.get(said.size() - 1)).contains("\"unmatched\":");
        try (var chromium = Chromium.start();
                var context = chromium.desktop()) {
            var page = context.newPage();
            page.navigate(partnerPage);
            Watching.in(page).pressPlay().untilItPlays();
            page.navigate(sale);
            page.getByText("€12.00").first().waitFor();
        }
    }

    private static String theOne(List<String> said, String beginning) {
        return said.stream()
                .filter(line -> line.startsWith(beginning))
                .findFirst()
                .orElseThrow(() -> new AssertionError(beginning + " is not among " + said));
    }

    private static String tour() throws IOException {
        var readme = Files.readString(Build.readme());
        return BLOCK.matcher(readme).results().map(block -> block.group(1)).collect(Collectors.joining("\n"));
    }

    private static List<String> said(String script) throws IOException {
        var log = Build.logs().resolve("tour.log");
        var shell = new ProcessBuilder("bash", "-euo", "pipefail", "-c", script).redirectErrorStream(true);
        shell.environment().put("FOYER", Whole.onMicro().url());
        shell.environment().put("SANDBOX", Whole.sandbox().url());
        shell.environment().put("OPERATOR_EMAIL", Whole.ADMIN_EMAIL);
        shell.environment().put("OPERATOR_PASSWORD", Whole.ADMIN_PASSWORD);
        var process = shell.redirectOutput(log.toFile()).start();
        assertThat(Await.until(Duration.ofMinutes(1), () -> !process.isAlive())).isTrue();
        var lines = Files.readString(log).strip().lines().toList();
        assertThat(process.exitValue()).as(lines.toString()).isZero();
        return lines;
    }
}
