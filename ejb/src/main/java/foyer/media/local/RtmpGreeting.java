package foyer.media.local;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is said with an encoder from its connect to its publish, as ffmpeg and the librtmp of OBS await it. */
final class RtmpGreeting {
    /** Of our own chunks; some encoders take it for theirs. */
    static final int CHUNK_SIZE = 4_096;

    private static final int WINDOW = 2_500_000;
    private static final byte DYNAMIC = 2;
    private static final int STREAM = 1;

    private final RtmpReader from;
    private final RtmpWriter to;
    private @Nullable String app;

    RtmpGreeting(RtmpReader from, RtmpWriter to) {
        this.from = from;
        this.to = to;
    }

    /** Where an encoder wants to publish. */
    record Wish(String app, String streamKey) {
        @Override
        public String toString() {
            return "Wish for " + app;
        }
    }

    /** Fails with {@link NotRtmp} when it says something else. */
    Wish hear() throws IOException {
        while (true) {
            var command = RtmpCommand.in(from.next());
            if (command.isPresent()) {
                var wish = answer(command.get());
                if (wish.isPresent()) {
                    return wish.get();
                }
            }
        }
    }

    /** It may send. */
    void welcome() throws IOException {
        var begins = ByteBuffer.allocate(6).putShort((short) 0).putInt(STREAM).array();
        to.write(new RtmpMessage(RtmpMessage.USER_CONTROL, 0, 0, begins));
        to.write(RtmpCommand.status("status", "NetStream.Publish.Start", "Go on.")
                .on(STREAM));
    }

    /** It may not. */
    void refuse(String code, String description) throws IOException {
        to.write(RtmpCommand.status("error", code, description).on(STREAM));
    }

    private Optional<Wish> answer(RtmpCommand command) throws IOException {
        switch (command.name()) {
            case "connect" -> connect(command);
            case "createStream" ->
                to.write(RtmpCommand.result(command, new Amf0.Nothing(), new Amf0.Numeral(STREAM))
                        .on(0));
            // They name the key, too. What counts is publish.
            case "releaseStream", "FCPublish" ->
                to.write(RtmpCommand.result(command, new Amf0.Nothing()).on(0));
            case "publish" -> {
                if (app == null) {
                    throw new NotRtmp("It publishes before it connects.");
                }
                return Optional.of(new Wish(app, command.text(1)));
            }
            case "play" -> throw new NotRtmp("Nobody plays here.");
            default -> {
                // Encoders ask for much that no server knows.
            }
        }
        return Optional.empty();
    }

    private void connect(RtmpCommand command) throws IOException {
        app = command.fields(0).text("app").replaceFirst("/$", "");
        to.write(RtmpMessage.saying(RtmpMessage.WINDOW_ACKNOWLEDGEMENT_SIZE, WINDOW));
        var bandwidth = ByteBuffer.allocate(5).putInt(WINDOW).put(DYNAMIC).array();
        to.write(new RtmpMessage(RtmpMessage.SET_PEER_BANDWIDTH, 0, 0, bandwidth));
        to.chunkSize(CHUNK_SIZE);
        to.write(RtmpCommand.result(command, properties(), connected()).on(0));
    }

    private static Amf0.Fields properties() {
        Map<String, Amf0> properties = new LinkedHashMap<>();
        // Encoders look for a version of the first server there was.
        properties.put("fmsVer", new Amf0.Text("FMS/3,5,3,888"));
        properties.put("capabilities", new Amf0.Numeral(31));
        return new Amf0.Fields(properties);
    }

    private static Amf0.Fields connected() {
        var fields =
                new LinkedHashMap<>(RtmpCommand.information("status", "NetConnection.Connect.Success", "Connected.")
                        .values());
        fields.put("objectEncoding", new Amf0.Numeral(0));
        return new Amf0.Fields(fields);
    }
}
