package foyer.media;

/** A recording cannot be made of this file, or not yet: for libraries, between their parts. */
public final class CannotMake extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Trouble trouble;

    private CannotMake(Trouble trouble) {
        super(trouble.words());
        this.trouble = trouble;
    }

    public static CannotMake of(Trouble trouble) {
        return new CannotMake(trouble);
    }

    /** Another file is needed. */
    public static CannotMake ever(String words) {
        return new CannotMake(new Trouble(words, false));
    }

    /** The operator can see to it. */
    public static CannotMake yet(String words) {
        return new CannotMake(new Trouble(words, true));
    }

    public Trouble trouble() {
        return trouble;
    }
}
