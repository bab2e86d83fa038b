package foyer.browser;

import static foyer.whole.EventFixture.anEvent;
import static org.assertj.core.api.Assertions.assertThat;

import foyer.whole.Beside;
import foyer.whole.Build;
import foyer.whole.NpmPackages;
import foyer.whole.Whole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The types of our script, {@code /embed.d.ts}, are true: the compiler of TypeScript itself says so. */
@Beside
class EmbedTypesIT {
    private static final List<String> FILES = List.of("page.ts", "tsconfig.json", "values.tsconfig.json");

    private static final String BEGIN = """
            import type { Player, PlayerEvents } from 'https://foyer.example/embed.mjs';
            type Answer<Method extends keyof Player> = Player[Method] extends () => Promise<infer Value> ? Value : never;
            """;

    /** All that the first player answers, and has told, as constants of the types that are named for it. */
    private static final String CONSTANTS = """
            async () => {
              const written = (value) => {
                if (value === undefined) return 'undefined';
                if (Array.isArray(value) && 'start' in value) return `Object.assign([${[...value]}] as [number, number], { start: ${value.start}, end: ${value.end} })`;
                if (Array.isArray(value)) return `[${value.map(written).join(', ')}]`;
                if (value && typeof value === 'object') return `{ ${Object.entries(value).map(([name, part]) => `${name}: ${written(part)}`).join(', ')} }`;
                return JSON.stringify(value);
              };
              const constants = [];
              const getters = Object.getOwnPropertyNames(Foyer.Player.prototype).filter((name) => /^get[A-Z]/.test(name) && name !== 'getCameraProps');
              for (const name of getters) constants.push(`export const ${name}: Answer<'${name}'> = ${written(await players[0][name]())};`);
              // What carries nothing is kept as null.
              for (const [name, [told]] of Object.entries(heard)) constants.push(`export const on${name}: PlayerEvents['${name}'] = ${written(told ?? undefined)};`);
              return constants;
            }""";

    @RegisterExtension
    static final Devices DEVICES = new Devices(AtVimeo::switches);

    private final Path folder = NpmPackages.installed(Build.pageTypes());

    @BeforeEach
    void theTypesAsTheyAreServed() throws IOException {
        for (var file : FILES) {
            Files.copy(Build.pageTypes().resolve(file), folder.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        }
        var types = Whole.onMicro().http().get("/embed.d.ts").expect(200).text();
        Files.writeString(folder.resolve("embed.d.ts"), types);
    }

    @Test
    void aPageByThemIsTakenAndItsMistakesAreNot() {
        assertThat(compiled("tsconfig.json")).isEmpty();
    }

    @Test
    @SuppressWarnings("unchecked") // the script answers texts
    void whatThePlayerAnswersAndTellsIsOfThem() throws IOException {
        var number = AtVimeo.number();
        AtVimeo.published(anEvent(), number);
        var sdk = AtVimeo.openByOurScript(DEVICES.onDesk(), AtVimeo.address(number));
        sdk.value("enableTextTrack", "en");
        sdk.value("addCuePoint", 1, Map.of("part", "overture"));
        sdk.value("setVolume", 0.5);
        sdk.value("setPlaybackRate", 1.5);
        sdk.value("play");
        for (var event : List.of("cuepoint", "texttrackchange", "timeupdate", "loadedmetadata", "volumechange")) {
            sdk.heard(event);
        }
        sdk.value("setQuality", "240p");
        sdk.heard("qualitychange");
        sdk.value("setCurrentTime", 20);
        sdk.heard("seeked");

        var constants = (List<String>) sdk.page().evaluate(CONSTANTS);
        Files.writeString(folder.resolve("values.ts"), BEGIN + String.join("\n", constants) + "\n");

        assertThat(constants).hasSizeGreaterThan(45);
        assertThat(compiled("values.tsconfig.json")).isEmpty();
    }

    /** What the compiler says, which is nothing where it is content. */
    private String compiled(String project) {
        return NpmPackages.run(folder, folder.resolve("node_modules/.bin/tsc").toString(), "-p", project);
    }
}
