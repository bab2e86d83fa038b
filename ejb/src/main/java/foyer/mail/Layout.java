package foyer.mail;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The two shapes of every letter. Whatever people typed is escaped in the one and stands as it is in the other. */
final class Layout {
    static final Template HTML = compiled("letter.html.mustache", true);
    static final Template TEXT = compiled("letter.txt.mustache", false);

    private Layout() {}

    private static Template compiled(String name, boolean escaping) {
        try (var file = Objects.requireNonNull(Layout.class.getResourceAsStream(name), name)) {
            return Mustache.compiler()
                    .escapeHTML(escaping)
                    .emptyStringIsFalse(true)
                    .defaultValue("")
                    .compile(new InputStreamReader(file, StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
