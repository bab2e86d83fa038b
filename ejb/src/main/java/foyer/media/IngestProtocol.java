package foyer.media;

/** What encoders speak. */
public enum IngestProtocol {
    RTMP
}
