package foyer.media.aws;

import foyer.media.captions.CaptionRendition;
import foyer.media.captions.CaptionTrack;
import foyer.media.captions.CaptionedManifest;
import foyer.media.captions.MediaTimeline;
import foyer.media.captions.WebVtt;
import foyer.shared.NotFound;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;

/** The captions of a recording in the bucket: first what is to be read, and then the manifest that names it. */
final class CaptionObjects {
    /** Each part is an object, so that these are longer than the picture's. */
    private static final int PART_SECONDS = 60;

    // What tells when a segment begins comes before its picture.
    private static final int BEGINNING = 1 << 16;

    private static final String WEB_VTT = "text/vtt";
    private static final String PLAYLIST = "application/vnd.apple.mpegurl";

    private final Bucket bucket;
    private final Shelf shelf;

    CaptionObjects(Bucket bucket, Shelf shelf) {
        this.bucket = bucket;
        this.shelf = shelf;
    }

    List<CaptionTrack> tracks() {
        return CaptionedManifest.read(text()).tracks();
    }

    /** By which clock the segments count. Only a recording of what was live need be asked. */
    MediaTimeline timeline() {
        var rendition = CaptionedManifest.read(text()).rendition();
        var playlist = bucket.text(shelf.plays() + rendition).orElseThrow(() -> new NotFound("recording"));
        return MediaTimeline.read(rendition, playlist, this::beginningOf);
    }

    private byte[] beginningOf(String file) {
        return bucket.beginning(shelf.plays() + file, BEGINNING).orElseThrow(() -> new NotFound("recording"));
    }

    void offer(CaptionTrack track, WebVtt captions, Duration length, MediaTimeline timeline) {
        var folder = CaptionRendition.folder(track, captions);
        new CaptionRendition(captions, length, timeline, PART_SECONDS)
                .files()
                .forEach((name, text) -> bucket.write(
                        shelf.plays() + folder + "/" + name,
                        name.equals(CaptionRendition.PLAYLIST) ? PLAYLIST : WEB_VTT,
                        text));
        change(track.language(), folder, manifest -> manifest.with(track, folder));
    }

    void withdraw(String language) {
        change(language, "", manifest -> manifest.without(language));
    }

    /** @param kept what is named from now on */
    private void change(String language, String kept, UnaryOperator<CaptionedManifest> change) {
        var before = bucket.changed(
                manifest(),
                PLAYLIST,
                text -> change.apply(CaptionedManifest.read(text)).text());
        CaptionedManifest.read(before)
                .folder(language)
                .filter(folder -> !folder.equals(kept))
                // Somebody may have offered the same again meanwhile.
                .filter(folder -> !text().contains(folder + "/"))
                .ifPresent(folder -> bucket.removeBelow(shelf.plays() + folder + "/"));
    }

    private String text() {
        return bucket.text(manifest()).orElseThrow(() -> new NotFound("recording"));
    }

    private String manifest() {
        return shelf.manifest() + ".m3u8";
    }
}
