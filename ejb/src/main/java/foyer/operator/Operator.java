package foyer.operator;

import foyer.shared.EmailAddress;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Somebody, or some tool, that administers.
 *
 * @param name as colleagues know them; may be empty
 * @param disabled signs in no more, and holds no role the next time a token is refreshed
 * @param passwordSetAt tokens handed out on an earlier password are not renewed
 * @param version counts the changes, from 1
 */
public record Operator(
        OperatorId id,
        EmailAddress email,
        String name,
        Set<Role> roles,
        boolean disabled,
        PasswordHash password,
        Instant passwordSetAt,
        long version,
        Instant createdAt,
        Instant updatedAt) {

    public Operator {
        roles = Set.copyOf(roles);
    }

    /** One who was added now. */
    static Operator fresh(OperatorId id, SubmittedOperator submitted, PasswordHash password, Instant now) {
        return new Operator(
                id,
                submitted.email(),
                submitted.name(),
                submitted.roles(),
                submitted.disabled(),
                password,
                now,
                1,
                now,
                now);
    }

    /** The same one as an admin wants it to be from now on, the password apart. */
    Operator changed(SubmittedOperator wanted, Instant now) {
        return new Operator(
                id,
                wanted.email(),
                wanted.name(),
                wanted.roles(),
                wanted.disabled(),
                password,
                passwordSetAt,
                version + 1,
                createdAt,
                now);
    }

    /** With another password, which ends what was begun on the old one. */
    Operator withPassword(PasswordHash another, Instant now) {
        return new Operator(id, email, name, roles, disabled, another, now, version, createdAt, updatedAt);
    }

    /** Whether it is what was submitted, the password apart. */
    boolean says(SubmittedOperator submitted) {
        return email.equals(submitted.email())
                && name.equals(submitted.name())
                && roles.equals(submitted.roles())
                && disabled == submitted.disabled();
    }

    /** Whether this is one of those that keep the deployment administrable. */
    public boolean actsAsAdmin() {
        return !disabled && roles.contains(Role.ADMIN);
    }

    /** In a fixed order, as tokens and answers carry them. */
    public List<String> roleNames() {
        return new TreeSet<>(roles).stream().map(Role::wireName).toList();
    }

    /** What an admin sees: everything but the password. */
    public Map<String, Object> view() {
        var view = new LinkedHashMap<String, Object>();
        view.put("operatorId", id.value());
        view.put("email", email.typed());
        view.put("name", name);
        view.put("roles", List.copyOf(roleNames()));
        view.put("disabled", disabled);
        view.put("version", version);
        view.put("createdAt", createdAt.toString());
        view.put("updatedAt", updatedAt.toString());
        return view;
    }
}
