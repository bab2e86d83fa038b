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
