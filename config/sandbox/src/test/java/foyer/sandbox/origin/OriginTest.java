package foyer.sandbox.origin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import foyer.sandbox.HandClock;
import foyer.sandbox.http.Routes;
import foyer.sandbox.http.TestSite;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OriginTest {
    private static final String DEMO = "/origin/recorded/demo/";
    private static final String CHANNEL = "/origin/live/main/";

    private final HandClock clock = new HandClock(Instant.parse("2030-05-01T12:00:00Z"));
    private final TestSite site = new TestSite(routes());

    private Routes routes() {
        var routes = new Routes();
        new Origin(clock).addTo(routes);
        return routes;
    }

    @AfterEach
    void stop() {
        site.close();
    }

    private void control(String state) throws Exception {
        assertThat(site.ask("PUT", "/origin/_control/live/main", "{\"state\":\"" + state + "\"}")
                        .statusCode())
                .isEqualTo(200);
    }

    private ReadPlaylist playlist(String track) throws Exception {
        return ReadPlaylist.of(site.get(CHANNEL + track + "/index.m3u8").body());
    }

    @ParameterizedTest
    @CsvSource({
        "master.m3u8, application/vnd.apple.mpegurl",
        "720p/index.m3u8, application/vnd.apple.mpegurl",
        "720p/init.mp4, video/mp4",
        "720p/segment-0.m4s, video/iso.segment",
        "captions-de/segment-0.vtt, text/vtt; charset=utf-8",
        "poster.jpg, image/jpeg"
    })
    void everyFileSaysWhatItIsAndIsOpenToPlayersElsewhere(String file, String type) throws Exception {
        var answer = site.get(DEMO + file);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains(type);
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
    }

    @Test
    void theRecordingHasAnAddressForEachNameAndFailsByNameToo() throws Exception {
        var own = "/origin/recorded/own/master.m3u8";
        assertThat(site.get(own).body())
                .isEqualTo(site.get(DEMO + "master.m3u8").body());

        site.ask(
                "PUT",
                "/origin/_control/faults",
                "{\"operation\":\"recorded/own\",\"effect\":\"before\",\"count\":100}");

        assertThat(site.get(own).statusCode()).isEqualTo(500);
        assertThat(site.get(DEMO + "master.m3u8").statusCode()).isEqualTo(200);
    }

    @Test
    void segmentsKeepForeverAndLivePlaylistsNotAtAll() throws Exception {
        control("started");

        assertThat(site.get(DEMO + "720p/segment-0.m4s")
                        .headers()
                        .firstValue("Cache-Control")
                        .orElse(""))
                .contains("immutable");
        assertThat(site.get(CHANNEL + "720p/index.m3u8").headers().firstValue("Cache-Control"))
                .contains("no-cache");
        assertThat(site.get(CHANNEL + "master.m3u8").headers().firstValue("Cache-Control"))
                .contains("no-cache");
    }

    @ParameterizedTest
    @CsvSource({"bytes=0-9, 206, 10", "bytes=-5, 206, 5", "bytes=10-, 206, -10", "bytes=9-3, 200, 0", "x=1-2, 200, 0"})
    void servesThePartAskedFor(String range, int status, int length) throws Exception {
        var whole = size(site.get(DEMO + "poster.jpg")
                .headers()
                .firstValue("Content-Length")
                .orElse(""));
        var answer = site.get(DEMO + "poster.jpg", "Range", range);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(size(answer.headers().firstValue("Content-Length").orElse("")))
                .isEqualTo(length > 0 ? length : whole + length);
    }

    private static long size(String header) {
        return Long.parseLong(header);
    }

    @Test
    void refusesAPartBeyondTheEnd() throws Exception {
        assertThat(site.get(DEMO + "poster.jpg", "Range", "bytes=99999999-").statusCode())
                .isEqualTo(416);
    }

    @ParameterizedTest
    @ValueSource(strings = {"../package-info.class", "..%2f..%2fpage/sandbox.css", "720p/../master.m3u8", "720p", ""})
    void nothingButTheRecordingIsServed(String path) throws Exception {
        assertThat(site.get(DEMO + path).statusCode()).isEqualTo(404);
    }

    @Test
    void aChannelIsNotThereBeforeItStarts() throws Exception {
        assertThat(site.get(CHANNEL + "master.m3u8").statusCode()).isEqualTo(404);
        control("stopped");
        assertThat(site.get(CHANNEL + "master.m3u8").statusCode()).isEqualTo(404);
    }

    @Test
    void everyListedSegmentIsThereAndTheNextIsNot() throws Exception {
        control("started");
        clock.pass(Duration.ofSeconds(75));
        for (var track : new String[] {"720p", "360p", "240p", "audio", "captions-en", "captions-de"}) {
            var segments = playlist(track).segments();
            assertThat(segments).hasSize(LiveRun.WINDOW);
            for (var segment : segments) {
                assertThat(site.get(CHANNEL + track + "/" + segment.address()).statusCode())
                        .isEqualTo(200);
            }
            var next = "segment-" + (segments.get(segments.size() - 1).sequence() + 1) + ".m4s";
            assertThat(site.get(CHANNEL + track + "/" + next).statusCode()).isEqualTo(404);
        }
    }

    @Test
    void allTracksOfAChannelMoveTogether() throws Exception {
        control("started");
        clock.pass(Duration.ofSeconds(31));

        assertThat(playlist("audio").mediaSequence()).isEqualTo(playlist("720p").mediaSequence());
        assertThat(playlist("captions-en").discontinuitySequence())
                .isEqualTo(playlist("720p").discontinuitySequence());
    }

    @Test
    void startingTwiceIsStartingOnce() throws Exception {
        control("started");
        clock.pass(Duration.ofSeconds(20));
        var before = playlist("720p");
        control("started");

        assertThat(playlist("720p")).isEqualTo(before);
    }

    @Test
    void aStoppedChannelEndsItsList() throws Exception {
        control("started");
        control("stopped");

        assertThat(playlist("720p").ended()).isTrue();
    }

    @Test
    void aFaultOnOneChannelLeavesTheOthersAlone() throws Exception {
        control("started");
        site.ask("PUT", "/origin/_control/faults", "{\"operation\":\"live/main\",\"effect\":\"before\"}");

        assertThat(site.get(DEMO + "master.m3u8").statusCode()).isEqualTo(200);
        assertThat(site.get(CHANNEL + "master.m3u8").statusCode()).isEqualTo(500);
        assertThat(site.get(CHANNEL + "master.m3u8").statusCode()).isEqualTo(200);
    }

    @Test
    void failsAsToldAndTellsPlayersEvenThen() throws Exception {
        site.ask("PUT", "/origin/_control/faults", "{\"operation\":\"segment\",\"effect\":\"throttle\"}");
        var throttled = site.get(DEMO + "720p/segment-0.m4s");
        assertThat(throttled.statusCode()).isEqualTo(429);
        assertThat(throttled.headers().firstValue("Retry-After")).contains("1");
        assertThat(throttled.headers().firstValue("Access-Control-Allow-Origin"))
                .contains("*");

        // More than one, because clients ask again by themselves when a connection is gone.
        site.ask("PUT", "/origin/_control/faults", "{\"operation\":\"playlist\",\"effect\":\"reset\",\"count\":9}");
        assertThatThrownBy(() -> site.get(DEMO + "master.m3u8")).isInstanceOf(IOException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"state\":\"paused\"}", "nonsense"})
    void refusesAStateItDoesNotKnow(String body) throws Exception {
        assertThat(site.ask("PUT", "/origin/_control/live/main", body).statusCode())
                .isEqualTo(400);
        assertThat(site.ask("PUT", "/origin/_control/live/a%2Fb", "{\"state\":\"started\"}")
                        .statusCode())
                .isEqualTo(400);
    }
}
