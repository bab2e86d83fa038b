package foyer.shared;

import java.util.List;

/** The deployment's settings cannot be used; the start is refused and every wrong one named. */
public final class WrongSettings extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    private final List<String> sentences;

    public WrongSettings(List<String> sentences) {
        super("Foyer does not start. " + String.join(" ", sentences));
        this.sentences = List.copyOf(sentences);
    }

    /** One sentence a setting; a secret's value is never in it. */
    public List<String> sentences() {
        return sentences;
    }
}
