package foyer.player.entry;

import jakarta.faces.component.UIComponent;
import jakarta.faces.context.ResponseWriter;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Writes elements, escaped as HTML wants it. */
record Markup(ResponseWriter out, UIComponent component) {

    Markup begin(String element) throws IOException {
        out.startElement(element, component);
        return this;
    }

    /** Null and false are left out, true is written as its own name. */
    Markup set(String attribute, @Nullable Object value) throws IOException {
        if (value != null && !Boolean.FALSE.equals(value)) {
            out.writeAttribute(attribute, value, null);
        }
        return this;
    }

    Markup text(String words) throws IOException {
        out.writeText(words, null);
        return this;
    }

    Markup end(String element) throws IOException {
        out.endElement(element);
        return this;
    }
}
