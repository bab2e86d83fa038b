package foyer.bench;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.microsoft.playwright.impl.driver.Driver;
import foyer.launch.CannotLaunch;
import foyer.launch.Machine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Audits pages by Google's Lighthouse, from npm by a lock file, as on a phone and as on a desk. It runs in the Node that Playwright brings,
 * for it needs a newer one than many machines have.
 */
final class Lighthouse {
    private static final List<String> CATEGORIES = List.of("performance", "accessibility", "best-practices");
    private static final List<String> FILES = List.of("package.json", "package-lock.json", ".npmrc");
    private static final int RUNS = 3;
    private static final double BAR = 95;

    private final Path folder;
    private final Bars bars;

    private Lighthouse(Path folder, Bars bars) {
        this.folder = folder;
        this.bars = bars;
    }

    /** @param build the folder of this module's build output, beside which the lock file is */
    static Lighthouse installed(Path build, Bars bars) {
        try {
            var folder = Files.createDirectories(build.resolve("lighthouse"));
            for (var file : FILES) {
                Files.copy(
                        build.resolveSibling("lighthouse").resolve(file),
                        folder.resolve(file),
                        StandardCopyOption.REPLACE_EXISTING);
            }
            if (!Files.isDirectory(folder.resolve("node_modules"))) {
                run(folder, List.of(Machine.npm().toString(), "ci", "--prefer-offline", "--ignore-scripts"));
            }
            return new Lighthouse(folder, bars);
        } catch (IOException refused) {
            throw new CannotLaunch("Could not install Lighthouse.", refused);
        }
    }

    void audit(String page, String address) {
        for (var device : List.of("mobile", "desktop")) {
            System.out.println("\nThe page of " + page + " by Lighthouse, " + device);
            var reports = new ArrayList<JsonObject>();
            for (var run = 0; run < RUNS; run++) {
                reports.add(report(address, device));
            }
            for (var category : CATEGORIES) {
                bars.atLeast(category + ", " + page + ", " + device, median(reports, category), BAR);
            }
            findings(reports.get(RUNS - 1));
        }
    }

    private JsonObject report(String address, String device) {
        var output = folder.resolve("report.json");
        var command = new ArrayList<>(List.of(
                node(),
                folder.resolve("node_modules/lighthouse/cli/index.js").toString(),
                address,
                "--quiet",
                "--output=json",
                "--output-path=" + output,
                "--only-categories=" + String.join(",", CATEGORIES),
                "--chrome-flags=--headless=new --no-sandbox --disable-background-networking"));
        if (device.equals("desktop")) {
            command.add("--preset=desktop");
        }
        try {
            run(folder, command);
            return JsonParser.parseString(Files.readString(output)).getAsJsonObject();
        } catch (IOException refused) {
            throw new CannotLaunch("Lighthouse wrote no report.", refused);
        }
    }

    /** What one run of a busy machine says is chance. */
    private static double median(List<JsonObject> reports, String category) {
        var scores = reports.stream()
                .mapToDouble(report -> 100
                        * report.getAsJsonObject("categories")
                                .getAsJsonObject(category)
                                .get("score")
                                .getAsDouble())
                .sorted()
                .toArray();
        return scores[scores.length / 2];
    }

    private static void findings(JsonObject report) {
        for (var audit : report.getAsJsonObject("audits").entrySet()) {
            var score = audit.getValue().getAsJsonObject().get("score");
            if (!score.isJsonNull() && score.getAsDouble() < 0.9) {
                System.out.println("  " + audit.getKey() + ": "
                        + audit.getValue().getAsJsonObject().get("title").getAsString());
            }
        }
    }

    private static String node() {
        var driver = Driver.ensureDriverInstalled(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"), false);
        return driver.createProcessBuilder().command().get(0);
    }

    private static void run(Path folder, List<String> command) throws IOException {
        var log = folder.resolve("log.txt");
        var builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().put("CHROME_PATH", Machine.chromium().toString());
        try {
            if (builder.start().waitFor() != 0) {
                throw new CannotLaunch(String.join(" ", command) + " said:\n" + Files.readString(log));
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            throw new CannotLaunch("Interrupted during " + Arrays.toString(command.toArray()), hurried);
        }
    }
}
