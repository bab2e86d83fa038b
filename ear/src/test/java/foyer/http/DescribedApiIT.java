package foyer.http;

import static org.assertj.core.api.Assertions.assertThat;

import foyer.whole.Beside;
import foyer.whole.Build;
import foyer.whole.NpmPackages;
import foyer.whole.Whole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import org.junit.jupiter.api.Test;

/** The API's description: for programs, and without a finding of Spectral's OWASP rules. */
@Beside
class DescribedApiIT {
    // Without being asked for JSON Payara answers YAML as plain text, which browsers show instead of saving it.
    @Test
    void programsGetTheDescriptionAsJson() {
        var described = Whole.onMicro()
                .http()
                .with("Accept", "application/json")
                .get("/openapi")
                .expect(200);

        assertThat(described.header("Content-Type")).startsWith("application/json");
        assertThat(described.json().getString("openapi")).startsWith("3.");
        // Of a description that it cannot read Payara leaves nothing.
        assertThat(described.json().getJsonObject("paths")).containsKey("/api/events");
    }

    @Test
    void spectralFindsNothing() throws IOException {
        var folder = NpmPackages.installed(Build.spectral());
        Files.copy(
                Build.spectral().resolve(".spectral.yaml"),
                folder.resolve(".spectral.yaml"),
                StandardCopyOption.REPLACE_EXISTING);
        Files.copy(Build.openApi(), folder.resolve("openapi.yaml"), StandardCopyOption.REPLACE_EXISTING);

        var said = NpmPackages.run(
                folder,
                folder.resolve("node_modules/.bin/spectral").toString(),
                "lint",
                "openapi.yaml",
                "--fail-severity=warn");

        assertThat(said).contains("No results with a severity of 'warn' or higher found!");
    }
}
