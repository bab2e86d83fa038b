package foyer.web.body;

import foyer.shared.Fields;
import java.util.Map;

/**
 * A JSON object that a caller sent, as a neutral tree.
 *
 * @param tree see {@link Fields}; the order is the caller's
 */
public record Submission(Map<String, Object> tree) {
    public Fields fields() {
        return Fields.of(tree);
    }

    /** Without the content: there may be a password in it. */
    @Override
    public String toString() {
        return "Submission" + tree.keySet();
    }
}
