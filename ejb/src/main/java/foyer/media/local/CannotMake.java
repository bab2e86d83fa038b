package foyer.media.local;

import foyer.media.Trouble;

/** A recording cannot be made of this file, or not yet. */
final class CannotMake extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Trouble trouble;

    private CannotMake(String words, boolean curable) {
        super(words);
        this.trouble = new Trouble(words, curable);
    }

    /** Another file is needed. */
    static CannotMake ever(String words) {
        return new CannotMake(words, false);
    }

    /** The operator can see to it. */
    static CannotMake yet(String words) {
        return new CannotMake(words, true);
    }

    Trouble trouble() {
        return trouble;
    }
}
