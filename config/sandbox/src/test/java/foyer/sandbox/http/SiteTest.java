package foyer.sandbox.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SiteTest {
    private final TestSite site = new TestSite(new Routes()
            .on(
                    "GET",
                    "/hello",
                    asked -> Answer.json(200, "hello " + asked.query("name").orElse("you")))
            .on("GET", "/streamed", asked -> new Answer(200, java.util.Map.of(), streamed()))
            .on("PUT", "/small", asked -> Answer.json(200, asked.body(3).length))
            .on("GET", "/broken", asked -> {
                throw new IllegalStateException("<secret>");
            })
            .onAny("/lost", asked -> Answer.lost())
            .onAny("/below/*", asked -> Answer.json(200, asked.path())));

    private static Content streamed() {
        return Content.of(new ByteArrayInputStream("of unknown length".getBytes(StandardCharsets.UTF_8)), -1);
    }

    @AfterEach
    void stop() {
        site.close();
    }

    @Test
    void decodesTheQuery() throws Exception {
        assertThat(site.get("/hello?x=1&name=J%C3%BCrgen+%26").body()).isEqualTo("\"hello Jürgen &\"");
    }

    @Test
    void aPrefixTakesWhatIsBelowItAndNoMore() throws Exception {
        assertThat(site.get("/below").statusCode()).isEqualTo(200);
        assertThat(site.get("/below/a/b").body()).isEqualTo("\"/below/a/b\"");
        assertThat(site.get("/belowX").statusCode()).isEqualTo(404);
    }

    @Test
    void refusesInOneForm() throws Exception {
        assertThat(site.get("/nowhere").body())
                .contains("\"error\":{")
                .contains("\"code\":\"not_found\"")
                .contains("\"message\":");
        assertThat(site.ask("PUT", "/small", "1234").statusCode()).isEqualTo(413);
    }

    @Test
    void namesTheMethodsThatAreAllowed() throws Exception {
        var answer = site.ask("DELETE", "/hello", "");

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("Allow")).contains("GET");
    }

    @Test
    void tellsNothingOfItsInsidesWhenItFails() throws Exception {
        var answer = site.get("/broken");

        assertThat(answer.statusCode()).isEqualTo(502);
        assertThat(answer.body()).doesNotContain("secret").doesNotContain("Exception");
    }

    @Test
    void answersHeadWithoutABody() throws Exception {
        var answer = site.ask("HEAD", "/hello", "");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEmpty();
        assertThat(answer.headers().firstValue("Content-Length")).contains("11");
    }

    @Test
    void streamsWhatHasNoKnownLength() throws Exception {
        assertThat(site.get("/streamed").body()).isEqualTo("of unknown length");
    }

    @Test
    void aLostAnswerClosesTheConnection() {
        assertThatThrownBy(() -> site.get("/lost")).isInstanceOf(IOException.class);
    }
}
