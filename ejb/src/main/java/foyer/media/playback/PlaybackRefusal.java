package foyer.media.playback;

/** Why nothing is delivered under an address. The edge on AWS tells the same, by the same words in lower case. */
public enum PlaybackRefusal {
    /** Not an address of ours: another form, too long, or a path that could lead elsewhere. */
    MALFORMED,
    /** Signed by a key that is not alive. */
    UNKNOWN_KEY,
    /** What it says is not what was signed. */
    ALTERED,
    NOT_YET,
    EXPIRED,
    /** Of another event, or other files of the same. */
    OTHER_PATH,
    /** The right was taken back. */
    REVOKED
}
