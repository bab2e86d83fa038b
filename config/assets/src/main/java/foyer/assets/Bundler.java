package foyer.assets;

import java.io.IOException;
import java.nio.file.Path;

/** Makes few small files of many readable ones. */
interface Bundler {
    /** Writes one file for the entry, by its name, and those that it loads later, into the folder. */
    void bundle(Path entry, Form form, Path into) throws IOException;
}
