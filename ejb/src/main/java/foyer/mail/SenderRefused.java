package foyer.mail;

/**
 * The post office takes nothing from this sender, as from an address that it does not know or an account that it has closed. Whatever
 * letter is next would be told the same, so all of them wait, until a person has mended it.
 */
public final class SenderRefused extends OfficeClosed {
    private static final long serialVersionUID = 1L;

    public SenderRefused(String message, Throwable cause) {
        super(message, cause);
    }
}
