package foyer.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;

/** On Payara Micro one {@code web.xml} stands for those of both web applications, and must not fall behind them. */
@Beside
class OneWebXmlIT {
    private static final Path MERGED = Path.of("config/micro/src/main/webapp/WEB-INF/web.xml");

    @ParameterizedTest
    @ValueSource(strings = {"web", "player-jsf"})
    void hasEverythingOfEachApplication(String module) throws Exception {
        var own = declarations(Path.of(module, "src/main/webapp/WEB-INF/web.xml"));

        assertThat(declarations(MERGED)).containsAll(own);
    }

    @Test
    void runsTheFiltersOfTheApiInTheSameOrder() throws Exception {
        var own = texts(read(Path.of("web/src/main/webapp/WEB-INF/web.xml")), "filter-class")
                .toList();

        var merged = texts(read(MERGED), "filter-class").filter(own::contains);

        assertThat(merged).containsExactlyElementsOf(own);
    }

    private static List<String> declarations(Path webXml) throws Exception {
        var document = read(webXml);
        return Stream.of("filter-class", "servlet-class", "param-name", "tracking-mode", "filter-name")
                .flatMap(element -> texts(document, element))
                .toList();
    }

    private static Stream<String> texts(Document document, String element) {
        var found = document.getElementsByTagName(element);
        return IntStream.range(0, found.getLength())
                .mapToObj(index -> found.item(index).getTextContent().strip());
    }

    private static Document read(Path webXml) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(Build.project().resolve(webXml).toFile());
    }
}
