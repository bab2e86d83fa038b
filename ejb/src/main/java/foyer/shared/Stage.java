package foyer.shared;

/** Where this deployment stands: a developer's machine, or anywhere that people rely on it. */
public enum Stage {
    LOCAL,
    PRODUCTION
}
