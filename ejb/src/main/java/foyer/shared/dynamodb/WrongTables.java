package foyer.shared.dynamodb;

import java.util.List;

/** Tables are missing or are not what the adapters need; the start is refused and each of them named. */
public final class WrongTables extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    WrongTables(List<String> sentences) {
        super("Foyer does not start. " + String.join(" ", sentences));
    }
}
