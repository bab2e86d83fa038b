package foyer.media;

import foyer.media.ingest.IngestProtocol;
import java.net.URI;

/**
 * Where an encoder sends its picture.
 *
 * @param server such as {@code rtmp://media.example.org:1935/live}
 */
public record Ingest(IngestProtocol protocol, URI server, StreamKey streamKey) {

    /** As encoders take it that know one address only: it holds the key. */
    public String whole() {
        return server + "/" + streamKey.value();
    }

    @Override
    public String toString() {
        return "Ingest[" + protocol + ", " + server + "]";
    }
}
