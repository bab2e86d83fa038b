import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/**
 * Writes into Payara Micro's {@code domain.xml} what {@code set} commands would say before each boot: for every dotted name such
 * a command looks through the whole domain, which took a second of each start.
 *
 * <p>Arguments: the {@code domain.xml} to begin with, the one to write, the file with the {@code set} commands, and more of
 * their {@code name=value}. Fails when a name leads to no element, for nobody would notice a setting that is not there.
 */
final class SetInDomain {
    private final Document domain;

    private SetInDomain(Document domain) {
        this.domain = domain;
    }

    public static void main(String[] arguments)
            throws IOException, ParserConfigurationException, SAXException, TransformerException {
        var domain = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(Path.of(arguments[0]).toFile());
        var settings = new ArrayList<>(commanded(Path.of(arguments[2])));
        settings.addAll(List.of(arguments).subList(3, arguments.length));
        settings.forEach(new SetInDomain(domain)::set);
        var result = Path.of(arguments[1]);
        Files.createDirectories(result.getParent());
        TransformerFactory.newInstance().newTransformer().transform(new DOMSource(domain), new StreamResult(result.toFile()));
    }

    private static List<String> commanded(Path commands) throws IOException {
        var settings = new ArrayList<String>();
        for (var line : Files.readAllLines(commands)) {
            var words = List.of(line.strip().split("\\s+"));
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            if (!words.get(0).equals("set")) {
                throw new IllegalArgumentException("This is no set command: " + line);
            }
            settings.addAll(words.subList(1, words.size()));
        }
        return settings;
    }

    private void set(String setting) {
        var equals = setting.indexOf('=');
        var name = setting.substring(0, equals);
        var steps = new ArrayDeque<>(List.of(name.split("\\.")));
        var attribute = steps.removeLast();
        var element = domain.getDocumentElement();
        while (!steps.isEmpty()) {
            element = child(element, steps, name);
        }
        element.setAttribute(attribute, setting.substring(equals + 1));
    }

    /** The next element on the way: of those that have names of their own the next step but one tells which. */
    private static Element child(Element parent, Deque<String> steps, String setting) {
        var step = steps.removeFirst();
        for (var node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element
                    && element.getTagName().equals(step)
                    && (!element.hasAttribute("name") || element.getAttribute("name").equals(steps.peekFirst()))) {
                if (element.hasAttribute("name")) {
                    steps.removeFirst();
                }
                return element;
            }
        }
        throw new IllegalArgumentException("The domain has no " + step + " for " + setting);
    }
}
