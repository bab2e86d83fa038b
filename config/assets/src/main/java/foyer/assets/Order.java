package foyer.assets;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What to publish, and where to.
 *
 * @param entries modules and style sheets to bundle
 * @param copies files and folders that stay as they are
 * @param target the folder that gets the published one; emptied first
 * @param record the properties file that will say, as {@code folder}, how the published folder is named
 */
record Order(List<Entry> entries, List<Copy> copies, Path target, Path record) {
    /** A module, a script or a style sheet that others are bundled into. */
    record Entry(Path from, Form form) {}

    /** A file or folder to be published under another path. */
    record Copy(Path from, String as) {}

    Order {
        entries = List.copyOf(entries);
        copies = List.copyOf(copies);
    }

    /** Reads {@code --bundle file}, {@code --script file}, {@code --copy from=as}, all repeatable, {@code --to folder}, {@code --record file}. */
    static Order of(String... arguments) {
        var entries = new ArrayList<Entry>();
        var copies = new ArrayList<Copy>();
        @Nullable Path target = null;
        @Nullable Path record = null;
        if (arguments.length % 2 != 0) {
            throw new IllegalArgumentException("Every option needs a value: " + String.join(" ", arguments));
        }
        for (var i = 0; i < arguments.length; i += 2) {
            var value = arguments[i + 1];
            switch (arguments[i]) {
                case "--bundle" -> entries.add(new Entry(Path.of(value), Form.MODULE));
                case "--script" -> entries.add(new Entry(Path.of(value), Form.SCRIPT));
                case "--copy" -> copies.add(copy(value));
                case "--to" -> target = Path.of(value);
                case "--record" -> record = Path.of(value);
                default -> throw new IllegalArgumentException("Unknown option: " + arguments[i]);
            }
        }
        return new Order(entries, copies, needed(target, "--to"), needed(record, "--record"));
    }

    private static Copy copy(String value) {
        var equals = value.lastIndexOf('=');
        if (equals < 0) {
            throw new IllegalArgumentException("--copy needs from=as: " + value);
        }
        return new Copy(Path.of(value.substring(0, equals)), value.substring(equals + 1));
    }

    private static Path needed(@Nullable Path path, String option) {
        return Optional.ofNullable(path).orElseThrow(() -> new IllegalArgumentException("Missing option: " + option));
    }
}
