package foyer.player;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.impl.driver.Driver;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Runs the tests of the modules in the Node that Playwright brings along, so that a build needs none of its own. */
class ModulesTest {
    private static final Path TESTS = Path.of("src", "test", "js");

    @Test
    void modulesDoWhatTheirTestsSay() throws IOException, InterruptedException {
        var command = new ArrayList<String>(List.of(node().toString(), "--test", "--test-reporter=spec"));
        command.addAll(tests());
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        var report = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(report).isZero();
        assertThat(report).containsPattern("pass [1-9]");
    }

    private static List<String> tests() throws IOException {
        try (var found = Files.list(TESTS)) {
            return found.map(Path::toString)
                    .filter(name -> name.endsWith(".test.js"))
                    .sorted()
                    .toList();
        }
    }

    private static Path node() {
        var folder = Driver.ensureDriverInstalled(Map.of(), false).driverDir();
        var unix = folder.resolve("node");
        return Files.exists(unix) ? unix : folder.resolve("node.exe");
    }
}
