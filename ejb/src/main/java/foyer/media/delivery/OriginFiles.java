package foyer.media.delivery;

import java.util.Optional;

/** The files that this deployment delivers itself, wherever they are kept. */
public interface OriginFiles {
    /**
     * The file at a path, as it is now; empty where there is none.
     *
     * @param path of plain parts, beginning with a slash
     */
    Optional<OriginFile> find(String path);
}
