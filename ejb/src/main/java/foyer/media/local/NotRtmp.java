package foyer.media.local;

import java.io.IOException;

/** What came is not RTMP, or more of it than we take. Never says what it was: a stream key may be in it. */
final class NotRtmp extends IOException {
    private static final long serialVersionUID = 1L;

    NotRtmp(String why) {
        super(why);
    }
}
