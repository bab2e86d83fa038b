package foyer.player.assets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicationTest {
    private static final List<Encoding> ALL = List.of(Encoding.values());

    private final List<String> opened = new ArrayList<>();
    private final Map<String, String> files = Map.of(
            "/today/watch.js",
            "plain",
            "/today/watch.js.br",
            "br",
            "/today/LICENSE",
            "licence",
            "/former/watch.js",
            "old");
    private final Publication publication = new Publication("today", path -> {
        opened.add(path);
        var content = files.get(path);
        return content == null ? null : new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8));
    });

    @Test
    void firstFormThatThereIsIsServed() {
        assertThat(publication.find("/today/watch.js", ALL))
                .map(Asset::encoding)
                .contains(Encoding.BROTLI);
        assertThat(publication.find("/today/LICENSE", ALL)).map(Asset::encoding).contains(Encoding.PLAIN);
    }

    @Test
    void fileIsReadOnce() {
        publication.find("/today/watch.js", ALL);
        publication.find("/today/watch.js", ALL);

        assertThat(opened).containsExactly("/today/watch.js.br");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/today/missing.js",
                "/former/watch.js",
                "/today/../former/watch.js",
                "/today/../../web.xml",
                "/today//watch.js",
                "/today/",
                "/today",
                "null",
                "",
                "/today/%2e%2e/watch.js",
                "/today/.hidden"
            })
    void whatWasNotPublishedIsNotThere(String path) {
        assertThat(publication.find(path, ALL)).isEmpty();
    }

    @Test
    void buildRecordsItsFolder() {
        assertThat(Publication.folder()).matches("[0-9a-f]{16}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"watch.js", "a/b/hls.min.js"})
    void modulesAreServedAsScripts(String name) {
        assertThat(MediaType.of(name)).startsWith("text/javascript");
    }

    @Test
    void unknownContentIsShownAsText() {
        assertThat(MediaType.of("/today/LICENSE")).startsWith("text/plain");
        assertThat(MediaType.of("/today.js/page.html")).startsWith("text/plain");
    }
}
