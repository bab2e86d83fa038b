package foyer.media;

import foyer.media.captions.CaptionTrack;
import foyer.media.captions.WebVtt;
import foyer.media.rendition.UnfitPlaylist;
import foyer.shared.NotFound;
import foyer.shared.Unavailable;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A library that takes what begins with a certain word for a video of five seconds. */
public final class VodLibraryInMemory implements VodLibrary {
    static final byte[] A_VIDEO = "video, five seconds".getBytes(StandardCharsets.UTF_8);

    private final Map<RecordingId, Map<Integer, byte[]>> uploads = new HashMap<>();
    private final Set<RecordingId> closed = new HashSet<>();
    private final Set<RecordingId> made = new HashSet<>();
    private final Map<RecordingId, Map<CaptionTrack, WebVtt>> captions = new HashMap<>();
    private @Nullable Supplier<Transcode> next;
    private boolean full;
    private boolean silent;
    private boolean losing;
    private boolean timeless;
    private boolean elsewhere;
    private @Nullable String lacking;
    private Runnable meanwhile = () -> {};

    @Override
    public Optional<String> lacking() {
        return Optional.ofNullable(lacking);
    }

    @Override
    public void open(Recording recording) {
        if (full) {
            throw new Unavailable("There is no room.", Duration.ofMinutes(1));
        }
        var happening = meanwhile;
        meanwhile = () -> {};
        happening.run();
        uploads.computeIfAbsent(recording.id(), begun -> new TreeMap<>());
        if (losing) {
            losing = false;
            throw new Unavailable("The library did not answer in time.", Duration.ofSeconds(1));
        }
    }

    @Override
    public String addressOf(Recording recording, int part, Instant until) {
        return "uploads/" + recording.id().value() + "-" + part;
    }

    void send(Recording recording, int part, byte[] bytes) {
        if (closed.contains(recording.id())) {
            throw new NotFound("upload");
        }
        if (bytes.length != recording.upload().length(part)) {
            throw new PartBroken(part, recording.upload().length(part));
        }
        Optional.ofNullable(uploads.get(recording.id()))
                .orElseThrow(() -> new NotFound("upload"))
                .put(part, bytes);
    }

    /** All of it at once, whatever it is. */
    void sendAll(Recording recording) {
        recording
                .upload()
                .numbers()
                .forEach(part ->
                        send(recording, part, new byte[(int) recording.upload().length(part)]));
    }

    @Override
    public Map<Integer, Long> parts(Recording recording) {
        var sizes = new TreeMap<Integer, Long>();
        uploads.getOrDefault(recording.id(), Map.of()).forEach((part, bytes) -> sizes.put(part, (long) bytes.length));
        return sizes;
    }

    @Override
    public void close(Recording recording) {
        closed.add(recording.id());
    }

    @Override
    public Transcode transcode(Recording recording, Progress progress) {
        if (!progress.reached(50)) {
            return new Transcode.Left();
        }
        if (next != null) {
            return next.get();
        }
        if (!begins(recording, "video")) {
            return new Transcode.Failed(new Trouble("This is no video.", false));
        }
        made.add(recording.id());
        return new Transcode.Done(Duration.ofSeconds(5));
    }

    @Override
    public Playback playback(Recording recording) {
        var folder = "https://media.example.org/" + recording.event().value() + "/"
                + recording.id().value() + "/";
        return new Playback(URI.create(folder + "master.m3u8"), URI.create(folder + "poster.jpg"));
    }

    @Override
    public List<CaptionTrack> captions(Recording recording) {
        return List.copyOf(captionsOf(recording).keySet());
    }

    @Override
    public void offer(Recording recording, CaptionTrack track, WebVtt text) {
        if (timeless && recording.upload().ofWhatWasLive()) {
            throw new UnfitPlaylist("A segment does not say when it begins.");
        }
        withdraw(recording, track.language());
        captionsOf(recording).put(track, text);
    }

    @Override
    public void withdraw(Recording recording, String language) {
        captionsOf(recording).keySet().removeIf(track -> track.language().equals(language));
    }

    private Map<CaptionTrack, WebVtt> captionsOf(Recording recording) {
        return captions.computeIfAbsent(recording.id(), none -> new LinkedHashMap<>());
    }

    @Override
    public void delete(Recording recording) {
        if (silent) {
            silent = false;
            throw new Unavailable("The library does not answer.", Duration.ofSeconds(1));
        }
        uploads.remove(recording.id());
        captions.remove(recording.id());
        made.remove(recording.id());
    }

    @Override
    public boolean worksElsewhere() {
        return elsewhere;
    }

    /** From now on recordings are made elsewhere. */
    void hasItsWorkDoneElsewhere() {
        elsewhere = true;
    }

    /** From now on a transcode ends like this. */
    void answers(Supplier<Transcode> transcode) {
        next = transcode;
    }

    void isSilentAtTheNextDeletion() {
        silent = true;
    }

    /** This happens while the next upload is being opened. */
    void whileOpening(Runnable happening) {
        meanwhile = happening;
    }

    /** The next upload is opened, and nobody hears so. */
    void losesTheNextAnswer() {
        losing = true;
    }

    /** From now on there is no room for uploads, or there is. */
    void fill(boolean now) {
        full = now;
    }

    /** From now on segments do not say when they begin. */
    void hasNoTimes() {
        timeless = true;
    }

    /** From now on the deployment lacks something. */
    void lacks(String words) {
        lacking = words;
    }

    /** Whether there is anything of it. */
    boolean has(Recording recording) {
        return has(recording.id());
    }

    boolean has(RecordingId recording) {
        return uploads.containsKey(recording) || made.contains(recording);
    }

    private boolean begins(Recording recording, String word) {
        var file = new ByteArrayOutputStream();
        uploads.getOrDefault(recording.id(), Map.of()).values().forEach(file::writeBytes);
        return file.toString(StandardCharsets.UTF_8).startsWith(word);
    }
}
