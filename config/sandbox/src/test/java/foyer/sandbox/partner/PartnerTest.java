package foyer.sandbox.partner;

import static org.assertj.core.api.Assertions.assertThat;

import foyer.sandbox.http.Routes;
import foyer.sandbox.http.TestSite;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PartnerTest {
    private static final Pattern FRAME =
            Pattern.compile("<iframe src=\"[^\"<>]*\" title=\"[^\"<>]*\" allow=\"[^\"<>]*\"></iframe>");

    private static String page(String src, String title) throws Exception {
        var routes = new Routes();
        Partner.addTo(routes);
        try (var site = new TestSite(routes)) {
            return site.get("/partner?src=" + encoded(src) + "&title=" + encoded(title))
                    .body();
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Test
    void showsTheEmbedWithWhatAPlayerMayDo() throws Exception {
        assertThat(page("http://localhost:8080/embed/abc?x=1&y=2", "Night of the Proms"))
                .contains("<iframe src=\"http://localhost:8080/embed/abc?x=1&amp;y=2\" title=\"Night of the Proms\" "
                        + "allow=\"fullscreen; autoplay; picture-in-picture; encrypted-media\"></iframe>")
                .contains("<h1>Night of the Proms</h1>");
    }

    @Property(tries = 150)
    void noTitleGetsOutOfItsPlace(@ForAll String title) {
        assertThat(Partner.frame("https://player.example/embed/1", title)).matches(FRAME);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "data:text/html,<script>alert(1)</script>",
                "//player.example/embed/1",
                "/embed/1",
                "http:",
                "http:///embed",
                "https://player.example/\"><script>",
                "file:///etc/passwd",
                "about:blank"
            })
    void takesOnlyAddressesOfTheWeb(String src) throws Exception {
        assertThat(page(src, "x")).contains("\"error\"").doesNotContain("<iframe");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"<script>alert(1)</script>", "\" onload=\"alert(1)", "{{embed}}", "'><img src=x>", "\u0000"})
    void aTitleIsTextAndNothingElse(String title) throws Exception {
        var page = page("https://player.example/embed/1", title);

        assertThat(page).doesNotContain("<script").doesNotContain("<img").doesNotContain(" onload=\"");
        assertThat(page.split("<iframe", -1)).hasSize(2);
    }

    @Test
    void saysHowToShowAnEmbedWhenNoneIsNamed() throws Exception {
        var routes = new Routes();
        Partner.addTo(routes);
        try (var site = new TestSite(routes)) {
            assertThat(site.get("/partner").body()).contains("/partner?src=").doesNotContain("<iframe");
        }
    }
}
