package foyer.media;

import foyer.media.captions.CaptionTrack;
import foyer.media.captions.WebVtt;
import foyer.media.rendition.UnfitPlaylist;
import foyer.shared.WrongState;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Takes files in and makes recordings of them that play: an HLS ladder with a poster, thumbnails and captions. Every call may
 * come twice. What does not answer fails with {@link foyer.shared.Unavailable}.
 */
public interface VodLibrary {
    /** What this deployment lacks to keep recordings, in words for its operator; empty: nothing. */
    Optional<String> lacking();

    /** Fails with {@link WrongState} that says what is lacking. */
    default void ready() {
        lacking().ifPresent(words -> {
            throw new WrongState(words);
        });
    }

    /** Makes ready for the parts of an upload; fails with {@link foyer.shared.Unavailable} where there is no room for it. */
    void open(Recording recording);

    /**
     * Where a part is to be sent by PUT.
     *
     * @return absolute, or relative to the root of our API; whoever has it may send this part, until then
     */
    String addressOf(Recording recording, int part, Instant until);

    /** The parts that have come whole, by number, and how many bytes each has. */
    Map<Integer, Long> parts(Recording recording);

    /** No part is taken any more: the file is whole. */
    void close(Recording recording);

    /**
     * Makes renditions of a file that is whole. A library that has its work done elsewhere says where it stands; one that does
     * it here answers when it has ended, and tells meanwhile how far it has come.
     */
    Transcode transcode(Recording recording, Progress progress);

    /** Where a recording plays that is complete. */
    Playback playback(Recording recording);

    /** The captions that a complete recording is offered with, in their order. */
    List<CaptionTrack> captions(Recording recording);

    /**
     * Offers captions with a complete recording, in the place of those in the same language; whoever watches has them on the next visit.
     * Fails with {@link UnfitPlaylist} where it was live and does not say by which clock.
     */
    void offer(Recording recording, CaptionTrack track, WebVtt captions);

    /** Offers none in this language any more. */
    void withdraw(Recording recording, String language);

    /** Removes all there is of it, however far it has come. */
    void delete(Recording recording);

    /** Whether recordings are made elsewhere, and go on being made while this library does not answer. */
    boolean worksElsewhere();

    /** The manifest, which plays to those who may watch, and the poster, which everybody sees. */
    record Playback(URI manifest, URI poster) {}
}
