package foyer.whole;

import static foyer.whole.EventFixture.anEvent;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What Foyer is there for: an organiser makes an event, and people can watch it. */
@Isolated("it may be what starts Payara Server, which takes both cores")
@ParameterizedClass
@EnumSource(Packaging.class)
class MainJourneyIT {
    private static final String TITLE = "Night of the long telescopes";

    @Parameter
    Packaging packaging = Packaging.MICRO;

    @Test
    void anEventMadeThroughTheApiIsShownToEveryone() {
        var organizer = Whole.on(packaging).as("organizer");
        var everyone = Whole.on(packaging).http();

        var id = anEvent().titled(TITLE).createdBy(organizer);
        everyone.get("/api/events/" + id).expect(404);
        organizer.post("/api/events/" + id + "/publish").expect(200);

        var seen = everyone.get("/api/events/" + id).expect(200).json();
        assertThat(seen.getString("title")).isEqualTo(TITLE);
        assertThat(seen.getString("state")).isEqualTo("live");
        assertThat(seen.getString("videoUrl")).isEqualTo(Whole.sandbox().origin() + "/recorded/demo/master.m3u8");
        assertThat(seen).doesNotContainKeys("version", "embedConfig");
    }

    @Test
    void aPublishedEventHasAPageToWatchItAndOneToEmbed() {
        var id = anEvent()
                .titled(TITLE)
                .embeddedBy("https://partner.example")
                .publishedBy(Whole.on(packaging).as("organizer"));

        var page = Whole.on(packaging).http().get("/watch/" + id).expect(200);
        var embedded = Whole.on(packaging).http().get("/embed/" + id).expect(200);

        assertThat(page.text()).contains(TITLE);
        assertThat(embedded.text()).contains(TITLE);
        assertThat(embedded.header("Content-Security-Policy"))
                .contains("frame-ancestors 'self' https://partner.example");
        assertThat(embedded.header("Set-Cookie")).isEmpty();
    }

    @Test
    void aCancelledEventSaysSo() {
        var organizer = Whole.on(packaging).as("organizer");
        var id = anEvent().publishedBy(organizer);

        organizer.post("/api/events/" + id + "/cancel").expect(200);

        var seen = organizer.get("/api/events/" + id).expect(200).json();
        assertThat(seen.getString("state")).isEqualTo("cancelled");
    }

    @Test
    void nobodyButAnOperatorMakesEvents() {
        var refused = Whole.on(packaging).http().post("/api/events", anEvent().json());

        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.errorCode()).isEqualTo("unauthenticated");
    }

    @Test
    void anAnalystReadsEventsAndMakesNone() {
        var analyst = Whole.on(packaging).as("analyst");

        analyst.get("/api/events").expect(200);

        assertThat(analyst.post("/api/events", anEvent().json()).expect(403).errorCode())
                .isEqualTo("forbidden");
    }
}
