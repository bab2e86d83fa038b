package foyer.sandbox.origin;

import foyer.sandbox.fault.Effect;
import foyer.sandbox.fault.Fault;
import foyer.sandbox.fault.FaultControl;
import foyer.sandbox.fault.Faults;
import foyer.sandbox.http.Answer;
import foyer.sandbox.http.Refusal;
import foyer.sandbox.http.Request;
import foyer.sandbox.http.Routes;
import java.io.IOException;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Optional;
import java.util.regex.Pattern;

/** The HLS origin under {@code /origin}. Players fetch from it across origins, so every answer says they may. */
public final class Origin {
    private static final String PATH = "/origin";
    /** The one recording has as many addresses as there are names, so that whoever takes a name of their own lets it fail for nobody else. */
    private static final Pattern STREAM = Pattern.compile(PATH + "/((recorded|live)/([A-Za-z0-9_-]{1,64}))/(.*)");

    private final Faults faults = new Faults();
    private final Recording recording = new Recording();
    private final LiveChannels channels;
    private final LiveFiles liveFiles;

    public Origin(Clock clock) {
        this.channels = new LiveChannels(clock);
        this.liveFiles = new LiveFiles(recording, clock);
    }

    public void addTo(Routes routes) {
        // Nothing "happens" at an origin, so a failure before and one after the effect are the same.
        new FaultControl(faults, EnumSet.complementOf(EnumSet.of(Effect.AFTER)))
                .addTo(routes, PATH + "/_control/faults");
        new LiveControl(channels).addTo(routes);
        routes.on("OPTIONS", PATH + "/*", asked -> open(Answer.empty(204)));
        routes.on("GET", PATH + "/*", this::answer);
    }

    /** Fails where the demo is not there. */
    public void ask() throws IOException {
        if (recording.file(Recording.MASTER).isEmpty()) {
            throw new IOException("the demo video is missing");
        }
    }

    private Answer answer(Request request) throws IOException, InterruptedException {
        try {
            var fault = faults.strike(operations(request.path()));
            return open(fault.isPresent() ? fail(fault.get(), request) : file(request));
        } catch (Refusal refused) {
            return open(refused.toAnswer());
        }
    }

    private Answer fail(Fault fault, Request request) throws IOException, InterruptedException {
        return switch (fault.effect()) {
            case BEFORE, AFTER -> Answer.error(500, "internal", "The origin fails because of a fault switch.");
            case RESET -> Answer.lost();
            case THROTTLE ->
                Answer.error(429, "too_many_requests", "The origin is asked too often.")
                        .with("Retry-After", "1");
            case DELAY -> {
                fault.sleep();
                yield file(request);
            }
        };
    }

    private Answer file(Request request) throws IOException {
        return find(request.path())
                .orElseThrow(() -> Refusal.notFound(request.path()))
                .answer(request);
    }

    private Optional<MediaFile> find(String path) throws IOException {
        var stream = STREAM.matcher(path);
        if (!stream.matches()) {
            return Optional.empty();
        }
        var file = stream.group(4);
        if (stream.group(2).equals("recorded")) {
            return recording
                    .file(file)
                    .map(bytes ->
                            file.endsWith(".m3u8") ? MediaFile.shortly(file, bytes) : MediaFile.forever(file, bytes));
        }
        var run = channels.find(stream.group(3));
        return run.isEmpty() ? Optional.empty() : liveFiles.find(run.get(), file);
    }

    /** A call goes by its {@code recorded/{name}} or {@code live/{name}} and by its kind of file (playlist, segment, captions, poster). */
    private static String[] operations(String path) {
        var kind = switch (path.substring(path.lastIndexOf('.') + 1)) {
            case "m3u8" -> "playlist";
            case "vtt" -> "captions";
            case "jpg" -> "poster";
            default -> "segment";
        };
        var stream = STREAM.matcher(path);
        return stream.matches() ? new String[] {stream.group(1), kind} : new String[] {kind};
    }

    private static Answer open(Answer answer) {
        return answer.with("Access-Control-Allow-Origin", "*")
                .with("Access-Control-Allow-Methods", "GET, HEAD, OPTIONS")
                .with("Access-Control-Allow-Headers", "Range, If-None-Match")
                .with("Access-Control-Expose-Headers", "Content-Length, Content-Range, Date, Retry-After")
                .with("Access-Control-Max-Age", "600")
                .with("Timing-Allow-Origin", "*");
    }
}
