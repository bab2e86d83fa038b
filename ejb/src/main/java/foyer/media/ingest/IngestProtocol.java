package foyer.media.ingest;

/** What encoders speak: by RTMP they send, by SRT they listen and are called. */
public enum IngestProtocol {
    RTMP,
    SRT
}
