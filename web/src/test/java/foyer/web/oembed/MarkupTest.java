package foyer.web.oembed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;

class MarkupTest {
    @Test
    void whatIsWrittenAsXmlIsReadAsItWas() throws Exception {
        var title = "“Tom & Jerry” <b>'live'</b> \uD83C\uDFAC ]]>";

        var xml = Markup.xml(Map.of("title", title));

        var read = DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
        assertThat(read.getElementsByTagName("title").item(0).getTextContent()).isEqualTo(title);
    }

    @Test
    void whatNoXmlMayHoldIsLeftOut() {
        assertThat(Markup.xml(Map.of("title", "a\u0000b\u001fc\uD800d"))).contains("<title>abcd</title>");
    }
}
