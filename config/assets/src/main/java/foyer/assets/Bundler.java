package foyer.assets;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Makes few small files of many readable ones. */
interface Bundler {
    /** Writes one file for each entry, by its name, and those that the entries share, into the folder. */
    void bundle(List<Path> entries, Path into) throws IOException;
}
