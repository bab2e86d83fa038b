package foyer.operator;

/** An operator with this id was added before; never shown outside. */
public final class AlreadyThere extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public AlreadyThere(OperatorId id) {
        super("Operator " + id + " is there already");
    }
}
