package foyer.media.local;

import foyer.media.rendition.Rendition;
import java.util.ArrayList;
import java.util.List;

/**
 * In which renditions a channel's picture is made. The first that comes settles it for all others, so that players are never told
 * anything else.
 *
 * @param rungs the largest first
 * @param rate pictures a second, as ffmpeg takes it: {@code 30000/1001}
 */
record LiveLadder(List<Rendition> rungs, String rate) {
    /** The sound, once for all of them. */
    static final String SOUND = Encoding.soundFolder(0);

    private static final int USUAL_WIDTH = 1920;
    private static final int USUAL_HEIGHT = 1080;

    /** The smallest ones, so many at most, and none larger than the picture; the usual ones where there is none. */
    static LiveLadder of(LiveInput input, int rungs) {
        var picture = input.picture();
        var all = picture == null
                ? Rendition.ladder(USUAL_WIDTH, USUAL_HEIGHT)
                : Rendition.ladder(picture.width(), picture.height());
        return new LiveLadder(all.subList(Math.max(0, all.size() - rungs), all.size()), input.rate());
    }

    Rendition largest() {
        return rungs.get(0);
    }

    Rendition smallest() {
        return rungs.get(rungs.size() - 1);
    }

    /** The folders' names, of the pictures and of the sound. */
    List<String> folders() {
        var folders = new ArrayList<>(rungs.stream().map(Rendition::name).toList());
        folders.add(SOUND);
        return folders;
    }
}
