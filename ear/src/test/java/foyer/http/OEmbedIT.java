package foyer.http;

import static foyer.whole.EventFixture.anEvent;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import foyer.whole.Beside;
import foyer.whole.Called;
import foyer.whole.EventFixture;
import foyer.whole.Whole;
import jakarta.json.Json;
import java.io.ByteArrayInputStream;
import java.net.URLEncoder;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;

/** oEmbed (oembed.com), as programs ask that turn an address into an embed. */
@Beside
class OEmbedIT {
    private static final String TITLE = "\"Tom & Jerry\" <live>";

    @Test
    void anEventsAddressesAreTurnedIntoItsFrame() {
        var number = String.valueOf(ThreadLocalRandom.current().nextInt(100_000_000, Integer.MAX_VALUE));
        var id = published(anEvent().titled(TITLE).with("vimeoId", number));
        var site = Whole.onMicro().url();

        for (var url : List.of(
                site + "/watch/" + id,
                site + "/embed/" + id + "?autoplay=1",
                site + "/video/" + number,
                "https://vimeo.com/" + number,
                "https://player.vimeo.com/video/" + number + "?h=abc")) {
            var found = asked("oembed.json", url, "").expect(200);

            assertThat(found.header("Content-Type")).startsWith("application/json");
            assertThat(found.header("Access-Control-Allow-Origin")).isEqualTo("*");
            var frame = found.json();
            assertThat(frame.getString("version")).isEqualTo("1.0");
            assertThat(frame.getString("type")).isEqualTo("video");
            assertThat(frame.getString("title")).isEqualTo(TITLE);
            assertThat(frame.getString("html"))
                    .startsWith("<iframe src=\"" + site + "/embed/" + id + "\" width=\"640\" height=\"360\"")
                    .contains("title=\"&quot;Tom &amp; Jerry&quot; &lt;live&gt;\"");
        }
    }

    @Test
    void theFrameFitsTheRoomThatThereIs() {
        var poster = Json.createObjectBuilder()
                .add("thumbnailUrl", Whole.sandbox().origin() + "/recorded/demo/poster.jpg")
                .build();
        var url = Whole.onMicro().url() + "/watch/" + published(anEvent().with("videoConfig", poster));

        var frame =
                asked("oembed", url, "&maxwidth=480&maxheight=1000").expect(200).json();

        assertThat(List.of(frame.getInt("width"), frame.getInt("height"))).containsExactly(480, 270);
        assertThat(frame.getString("html")).contains("width=\"480\" height=\"270\"");
        assertThat(frame.getString("thumbnail_url")).endsWith("/poster.jpg");
        assertThat(frame.getInt("thumbnail_width")).isEqualTo(480);
        asked("oembed", url, "&maxwidth=wide").expect(400);
    }

    @Test
    void xmlSaysTheSame() throws Exception {
        var url = Whole.onMicro().url() + "/watch/" + published(anEvent().titled(TITLE));

        for (var call : List.of("oembed.xml?x=1", "oembed?format=xml")) {
            var found = Whole.onMicro()
                    .http()
                    .get("/api/" + call + "&url=" + URLEncoder.encode(url, UTF_8))
                    .expect(200);
            assertThat(found.header("Content-Type")).startsWith("text/xml");
            var read = DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(found.text().getBytes(UTF_8)));
            assertThat(read.getElementsByTagName("title").item(0).getTextContent())
                    .isEqualTo(TITLE);
            assertThat(read.getElementsByTagName("html").item(0).getTextContent())
                    .startsWith("<iframe ");
        }
    }

    @Test
    void whatIsUnknownNotPublicOrInAnotherFormatIsRefused() {
        var site = Whole.onMicro().url();
        var draft = anEvent().createdBy(Whole.onMicro().as("organizer"));
        for (var unknown : List.of(
                site + "/watch/AAAAAAAAAAAAAAAAAAAAAA",
                site + "/watch/" + draft,
                "https://elsewhere.example/watch/" + published(anEvent()),
                "https://vimeo.com/1",
                site + "/",
                "nothing")) {
            assertThat(asked("oembed.json", unknown, "").expect(404).errorCode())
                    .isEqualTo("not_found");
        }
        assertThat(Whole.onMicro().http().get("/api/oembed.json").expect(404).errorCode())
                .isEqualTo("not_found");

        var guarded = site + "/watch/" + published(anEvent().with("authType", "email"));
        assertThat(asked("oembed.xml", guarded, "").expect(401).errorCode()).isEqualTo("unauthenticated");
        assertThat(asked("oembed", guarded, "&format=yaml").expect(501).errorCode())
                .isEqualTo("not_implemented");
    }

    @Test
    void theEventsPageNamesBoth() {
        var id = published(anEvent());
        var page = Whole.onMicro().http().get("/watch/" + id).expect(200).text();

        var links = Pattern.compile(
                        "<link rel=\"alternate\" type=\"(application/json|text/xml)\\+oembed\" href=\"([^\"]+)\"")
                .matcher(page)
                .results()
                .map(link -> link.group(2).replace("&amp;", "&"))
                .toList();

        assertThat(links).hasSize(2).allSatisfy(link -> {
            assertThat(link).startsWith(Whole.onMicro().url());
            Whole.onMicro()
                    .http()
                    .get(link.substring(Whole.onMicro().url().length()))
                    .expect(200);
        });
        assertThat(Whole.onMicro().http().get("/embed/" + id).text()).doesNotContain("+oembed");
    }

    private static Called asked(String call, String url, String more) {
        return Whole.onMicro().http().get("/api/" + call + "?url=" + URLEncoder.encode(url, UTF_8) + more);
    }

    private static String published(EventFixture event) {
        return event.publishedBy(Whole.onMicro().as("organizer"));
    }
}
