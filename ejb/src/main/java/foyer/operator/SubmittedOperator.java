package foyer.operator;

import foyer.shared.EmailAddress;
import foyer.shared.Fields;
import foyer.shared.Finding;
import foyer.shared.Texts;
import foyer.shared.WrittenMoment;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an admin wrote of an operator, once it keeps all rules.
 *
 * @param password null when none was given
 */
record SubmittedOperator(
        EmailAddress email,
        String name,
        Set<Role> roles,
        boolean disabled,
        @Nullable String password) {
    private static final int LONGEST_NAME = 200;

    /** Of one to be added. Fails with {@link foyer.shared.ValidationFailed} that carries all findings. */
    static SubmittedOperator ofNew(Fields fields) {
        fields.require("password");
        return read(fields);
    }

    /** Of one that is there; what is ours to say may come back as it was read. */
    static SubmittedOperator of(Fields fields, Operator before) {
        refuseUnless(
                fields.text("operatorId").filter(before.id().value()::equals).isPresent(), fields, "operatorId");
        refuseUnless(
                fields.wholeNumber("version")
                        .filter(version -> version == before.version())
                        .isPresent(),
                fields,
                "version");
        refuseUnless(isMoment(before.createdAt(), fields, "createdAt"), fields, "createdAt");
        refuseUnless(isMoment(before.updatedAt(), fields, "updatedAt"), fields, "updatedAt");
        return read(fields);
    }

    Optional<String> givenPassword() {
        return Optional.ofNullable(password);
    }

    private static boolean isMoment(Instant ours, Fields fields, String name) {
        return fields.text(name)
                .filter(text -> new WrittenMoment(text).is(ours))
                .isPresent();
    }

    private static void refuseUnless(boolean same, Fields fields, String name) {
        if (fields.has(name) && !same) {
            fields.refuse(name, "read_only", "This cannot be changed; leave it out.");
        }
    }

    private static SubmittedOperator read(Fields fields) {
        fields.require("email");
        var email = fields.text("email").flatMap(text -> email(fields, text));
        var name = fields.text("name").map(String::strip).orElse("");
        Texts.checkLine(fields, "name", name, LONGEST_NAME);
        var roles = roles(fields);
        var disabled = fields.truth("disabled").orElse(false);
        var password = fields.text("password");
        password.flatMap(text -> PasswordPolicy.finding(text, email.orElse(null)))
                .ifPresent(finding -> note(fields, finding));
        fields.refuseUnknown();
        fields.throwIfRefused();
        return new SubmittedOperator(email.orElseThrow(), name, roles, disabled, password.orElse(null));
    }

    private static Optional<EmailAddress> email(Fields fields, String text) {
        var email = EmailAddress.read(text);
        if (email.isEmpty()) {
            fields.refuse("email", "invalid", "This is not an e-mail address.");
        }
        return email;
    }

    private static Set<Role> roles(Fields fields) {
        var roles = EnumSet.noneOf(Role.class);
        var names = fields.items("roles");
        for (var index = 0; index < names.size(); index++) {
            var name = names.get(index);
            var role = Arrays.stream(Role.values())
                    .filter(candidate -> candidate.wireName().equals(name))
                    .findFirst();
            role.ifPresent(roles::add);
            if (role.isEmpty()) {
                fields.refuse("roles[" + index + "]", "unknown_value", "This must be admin, organizer or analyst.");
            }
        }
        if (names.isEmpty()) {
            fields.refuse("roles", "required", "Name one role at least.");
        }
        return roles;
    }

    private static void note(Fields fields, Finding finding) {
        fields.refuse(finding.field(), finding.code(), finding.message());
    }

    /** Without the password: this may end up in a log. */
    @Override
    public String toString() {
        return "SubmittedOperator[" + email + ", " + roles + "]";
    }
}
