package foyer.http;

import foyer.launch.Machine;
import foyer.launch.MicroServer;
import foyer.whole.Build;
import foyer.whole.Filmed;
import foyer.whole.Http;
import foyer.whole.Once;
import foyer.whole.Whole;
import jakarta.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A server that keeps recordings in a folder of its own, and videos to send it. */
final class MediaServer {
    static final String ADDRESS = "https://media.example.org";
    private static final int MORE_THAN_A_PART = 17 << 20;
    private static final String ANALYST = "analyst@media.example";
    private static final String PASSWORD = "a password for an analyst";

    private static final Once<Path> FOLDER = new Once<>(MediaServer::made);
    private static final Once<MicroServer> SERVER = new Once<>(MediaServer::start);
    private static final Once<Http> ORGANIZER =
            new Once<>(() -> Whole.signedIn(Http.to(url()), Whole.ADMIN_EMAIL, Whole.ADMIN_PASSWORD));
    private static final Once<Http> AN_ANALYST = new Once<>(MediaServer::signedUp);
    private static final Once<byte[]> VIDEO = new Once<>(() -> Filmed.anMp4(folder(), 3));

    private MediaServer() {}

    static String url() {
        return SERVER.get().url();
    }

    static Path folder() {
        return FOLDER.get();
    }

    static Http organizer() {
        return ORGANIZER.get();
    }

    static Http analyst() {
        return AN_ANALYST.get();
    }

    /** Three seconds of a test picture with a tone. */
    static byte[] aVideo() {
        return VIDEO.get();
    }

    /** The same with so much room after it, as editors leave it (ISO/IEC 14496-12, 8.1.2), that it takes two parts. */
    static byte[] aVideoOfTwoParts() {
        var video = aVideo();
        return ByteBuffer.allocate(video.length + MORE_THAN_A_PART)
                .put(video)
                .putInt(MORE_THAN_A_PART)
                .put("free".getBytes(StandardCharsets.US_ASCII))
                .array();
    }

    private static Http signedUp() {
        var operator = Json.createObjectBuilder()
                .add("email", ANALYST)
                .add("name", "analyst")
                .add("password", PASSWORD)
                .add("roles", Json.createArrayBuilder().add("analyst"));
        organizer().post("/api/operators", operator.build()).expect(201);
        return Whole.signedIn(Http.to(url()), ANALYST, PASSWORD);
    }

    private static MicroServer start() {
        var settings = Whole.manyCallers(Whole.settings("media-"))
                .with("foyer.media.directory", folder().toString())
                .with("foyer.media.address", ADDRESS)
                .with("foyer.media.ffmpeg", Machine.ffmpeg().toString());
        return Whole.another(settings);
    }

    private static Path made() {
        try {
            var media = Files.createDirectories(Build.output().resolve("media"));
            return Files.createTempDirectory(media, "recordings");
        } catch (IOException failing) {
            throw new UncheckedIOException(failing);
        }
    }
}
