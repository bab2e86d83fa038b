package foyer.web.oembed;

import foyer.shared.Problem;
import foyer.shared.ProblemCode;
import org.jspecify.annotations.Nullable;

/** What an answer is written in. */
enum Format {
    JSON("application/json"),
    XML("text/xml; charset=utf-8");

    private final String mediaType;

    Format(String mediaType) {
        this.mediaType = mediaType;
    }

    String mediaType() {
        return mediaType;
    }

    /** JSON unless another one is named; fails with a {@link Problem} for any but the two. */
    static Format named(@Nullable String name) {
        if (name == null || name.equals("json")) {
            return JSON;
        }
        if (name.equals("xml")) {
            return XML;
        }
        throw new Unknown();
    }

    private static final class Unknown extends Problem {
        private static final long serialVersionUID = 1L;

        Unknown() {
            super(ProblemCode.NOT_IMPLEMENTED, "This is answered as json or xml.");
        }
    }
}
