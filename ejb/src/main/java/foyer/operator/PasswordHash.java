package foyer.operator;

/**
 * An operator's password as it is stored; never shown, whatever prints the record that holds it.
 *
 * @param text the slow hash with its parameters, as {@link foyer.shared.Passwords} writes it
 */
public record PasswordHash(String text) {
    @Override
    public String toString() {
        return "PasswordHash[hidden]";
    }
}
