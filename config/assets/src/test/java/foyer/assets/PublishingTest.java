package foyer.assets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.decoder.Decoder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublishingTest {
    private static final String LONG = "/* one and the same */".repeat(100);

    @TempDir
    Path workshop;

    @Test
    void publishesUnderOneNameAndRecordsIt() throws IOException {
        var folder = publish("page.css", LONG);

        assertThat(folder.resolve("page.css")).hasContent(LONG);
        assertThat(folder.resolve("vendor/engine.js")).hasContent("engine");
        assertThat(workshop.resolve("assets.properties")).hasContent("folder=" + folder.getFileName());
    }

    @Test
    void compressedFormsHoldTheSame() throws IOException {
        var folder = publish("page.css", LONG);

        Brotli4jLoader.ensureAvailability();
        var brotli = Decoder.decompress(Files.readAllBytes(folder.resolve("page.css.br")));
        var gzip = new GZIPInputStream(new ByteArrayInputStream(Files.readAllBytes(folder.resolve("page.css.gz"))));
        assertThat(brotli.getDecompressedData()).asString().isEqualTo(LONG);
        assertThat(gzip.readAllBytes()).asString().isEqualTo(LONG);
    }

    @Test
    void whatDoesNotShrinkHasNoCompressedForm() throws IOException {
        assertThat(publish("page.css", "a").resolve("page.css.gz")).doesNotExist();
    }

    @Test
    void sameContentHasTheSameNameAndBytes() throws IOException {
        var first = publish("page.css", LONG);
        var firstBytes = Files.readAllBytes(first.resolve("page.css.gz"));
        var second = publish("page.css", LONG);

        assertThat(second).isEqualTo(first);
        assertThat(second.resolve("page.css.gz")).hasBinaryContent(firstBytes);
    }

    @Test
    void otherContentOrPlaceHasAnotherName() throws IOException {
        var first = publish("page.css", LONG);

        assertThat(publish("page.css", LONG + "!")).isNotEqualTo(first);
        assertThat(publish("site.css", LONG)).isNotEqualTo(first);
    }

    @Test
    void formerPublicationIsRemoved() throws IOException {
        var first = publish("page.css", LONG);
        publish("page.css", "other");

        assertThat(first).doesNotExist();
    }

    @Test
    void refusesAnOrderThatLacksAnything() {
        assertThatThrownBy(() -> Order.of("--to", "there")).hasMessageContaining("--record");
        assertThatThrownBy(() -> Order.of("--to")).hasMessageContaining("needs a value");
        assertThatThrownBy(() -> Order.of("--copy", "this")).hasMessageContaining("from=as");
        assertThatThrownBy(() -> Order.of("--colour", "blue")).hasMessageContaining("--colour");
    }

    private Path publish(String name, String content) throws IOException {
        var vendor = Files.writeString(workshop.resolve("vendored.js"), "engine");
        var target = workshop.resolve("assets");
        var order = new Order(
                List.of(new Order.Entry(Path.of(name), Form.MODULE)),
                List.of(new Order.Copy(vendor, "vendor/engine.js")),
                target,
                workshop.resolve("assets.properties"));
        Bundler writes = (entry, form, into) -> Files.writeString(into.resolve(entry), content);
        new Publishing(writes).publish(order);
        try (var published = Files.list(target)) {
            return published.findFirst().orElseThrow();
        }
    }
}
