package foyer.media.aws;

import foyer.media.Trouble;

/** A recording cannot be made of this file, or not yet. */
final class CannotMake extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Trouble trouble;

    private CannotMake(Trouble trouble) {
        super(trouble.words());
        this.trouble = trouble;
    }

    static CannotMake of(Trouble trouble) {
        return new CannotMake(trouble);
    }

    /** Another file is needed. */
    static CannotMake ever(String words) {
        return new CannotMake(new Trouble(words, false));
    }

    /** The operator can see to it. */
    static CannotMake yet(String words) {
        return new CannotMake(new Trouble(words, true));
    }

    Trouble trouble() {
        return trouble;
    }
}
