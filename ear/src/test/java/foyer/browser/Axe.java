package foyer.browser;

import com.microsoft.playwright.Frame;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Asks axe-core what keeps people with disabilities out of a page. */
final class Axe {
    private static final String ASK = """
            async () => (await axe.run()).violations.flatMap(
                ({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`))""";

    private Axe() {}

    /** One line for each finding: the rule, the element, and what would mend it. */
    @SuppressWarnings("unchecked") // the script answers texts
    static List<String> findings(Frame frame) {
        frame.evaluate(source());
        return (List<String>) frame.evaluate(ASK);
    }

    private static String source() {
        try (var source = Axe.class.getResourceAsStream("/axe.min.js")) {
            return new String(Objects.requireNonNull(source).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
