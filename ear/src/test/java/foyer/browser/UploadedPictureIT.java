package foyer.browser;

import static foyer.whole.EventFixture.anEvent;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import foyer.launch.Await;
import foyer.whole.Filmed;
import foyer.whole.Http;
import foyer.whole.OwnMedia;
import foyer.whole.OwnStandIns;
import foyer.whole.Whole;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What an organizer sends as a file, from the upload until each of its renditions is seen. */
@OwnStandIns("it encodes pictures, which takes both cores from whoever plays one")
class UploadedPictureIT {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int SECONDS = 30;

    @RegisterExtension
    static final Devices DEVICES = new Devices();

    private final Http organizer = Whole.onMicro().as("organizer");

    @Test
    void everyRenditionOfAnUploadedVideoPlaysAndIsReadByAnotherParser() {
        var event = anEvent().without("videoConfig").publishedBy(organizer);
        isUploaded(event, Filmed.anMp4(OwnMedia.folder(), SECONDS, "640x360"));

        var page = DEVICES.onDesk();
        page.navigate(Whole.onMicro().url() + "/watch/" + event);
        var watching = Watching.on(page).pressPlay().untilItPlays();
        var renditions = watching.choices("rendition").stream()
                .filter(choice -> choice.endsWith("p"))
                .toList();
        assertThat(renditions).containsExactly("360p", "240p");
        renditions.forEach(rendition -> isSeen(watching, page, rendition));
        Watching.keep(page, "uploaded-1440");

        isReadByAnotherParser(event);
    }

    private void isUploaded(String event, byte[] file) {
        var path = "/api/events/" + event + "/video";
        var upload = Json.createObjectBuilder().add("fileName", "show.mp4").add("size", file.length);
        var begun = organizer.post(path, upload.build()).expect(201).json();
        var recording = path + "/" + begun.getString("recordingId");
        var part = begun.getJsonArray("parts").getJsonObject(0).getString("url");
        Whole.onMicro()
                .http()
                .call("PUT", part.substring(Whole.onMicro().url().length()), BodyPublishers.ofByteArray(file))
                .expect(200);
        organizer.post(recording + "/complete").expect(200);
        assertThat(Await.until(PATIENCE, () -> !isOnItsWay(recording))).isTrue();
        var made = organizer.get(recording).expect(200).json();
        assertThat(made.getString("state")).as(made.toString()).isEqualTo("COMPLETE");
    }

    private boolean isOnItsWay(String recording) {
        var state = organizer.get(recording).expect(200).json().getString("state");
        return !List.of("COMPLETE", "ERROR", "CANCELED").contains(state);
    }

    /** From its beginning, so that it does not end meanwhile. */
    private static void isSeen(Watching watching, Page page, String rendition) {
        page.evaluate("() => { document.querySelector('video').currentTime = 0; }");
        watching.choose("rendition", rendition);
        page.waitForFunction("height => document.querySelector('video').videoHeight === height", height(rendition));
        watching.untilItPlays();
    }

    private static int height(String rendition) {
        return Integer.parseInt(rendition.replace("p", ""));
    }

    private void isReadByAnotherParser(String event) {
        var parser = OtherParser.on(DEVICES.onDesk());
        var playlists = OwnPlaylists.of(event);
        var master = parser.read(playlists.told("master.m3u8"));
        var pictures = master.getJsonArray("playlists").getValuesAs(JsonObject.class);
        assertThat(pictures)
                .extracting(picture -> picture.getJsonObject("attributes")
                        .getJsonObject("RESOLUTION")
                        .getInt("height"))
                .containsExactly(360, 240);
        assertThat(master.getJsonObject("mediaGroups").getJsonObject("AUDIO")).hasSize(1);
        var lists = Stream.concat(
                        pictures.stream().map(picture -> picture.getString("uri")), Stream.of("audio-1/index.m3u8"))
                .map(rendition -> parser.read(playlists.told(rendition)))
                .toList();
        assertThat(lists).hasSize(3).allSatisfy(UploadedPictureIT::isWhole);
        assertThat(lists.subList(0, pictures.size()).stream().map(UploadedPictureIT::segments))
                .as("segments of each picture")
                .containsOnly(SECONDS / 2);
        // Frames of sound end where they end, be it a little later than the picture.
        assertThat(segments(lists.get(pictures.size()))).isBetween(SECONDS / 2, SECONDS / 2 + 1);
    }

    private static int segments(JsonObject list) {
        return list.getJsonArray("segments").size();
    }

    private static void isWhole(JsonObject list) {
        assertThat(list.getInt("targetDuration")).isEqualTo(2);
        assertThat(list.getBoolean("endList")).isTrue();
        assertThat(list.getString("playlistType")).isEqualTo("VOD");
        assertThat(list.getJsonArray("discontinuityStarts")).isEmpty();
        assertThat(list.getJsonArray("segments").getValuesAs(JsonObject.class)).allSatisfy(segment -> {
            assertThat(segment.getString("uri")).doesNotContain(":").doesNotStartWith("/");
            assertThat(segment.getJsonObject("map").getString("uri")).endsWith("init.mp4");
            assertThat(segment.getJsonNumber("duration").doubleValue()).isLessThan(2.5);
        });
    }
}
