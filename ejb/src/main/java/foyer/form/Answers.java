package foyer.form;

import foyer.shared.EmailAddress;
import foyer.shared.Fields;
import foyer.shared.JsonText;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What somebody answered to a form's questions: the one set of rules, for the API and for the page. A question that is not
 * shown takes no answer, and one that is sent for it counts for nothing: without scripts a page shows all questions.
 */
public final class Answers {
    private static final String GROUP = "userData";
    private static final String EMAIL = "email";

    // DynamoDB's items end at 400 KB, and sealed the answers are a third longer.
    private static final int MOST_BYTES = 250_000;

    private Answers() {}

    /**
     * Reads {@code userData} of a submission, whose {@code email} answers the form's question of that name too. All that is
     * wrong is noted as {@code userData.<name>}, unknown names included.
     *
     * @return the answers by name in the form's order, as a neutral tree; a consent as what was agreed to, see {@link Consent}
     */
    public static Map<String, Object> read(RegistrationForm form, Fields submitted) {
        var address = submitted.text(EMAIL).orElse(null);
        var given = submitted.has(GROUP) ? submitted.group(GROUP) : submitted.group(GROUP, Map.of());
        var answers = given.map(group -> read(form, group, address)).orElse(Map.of());
        if (JsonText.of(answers).getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            submitted.refuse(GROUP, "too_large", "All answers together take " + MOST_BYTES + " bytes at most.");
        }
        return answers;
    }

    private static Map<String, Object> read(RegistrationForm form, Fields group, @Nullable String address) {
        var answers = new LinkedHashMap<String, Object>();
        for (var field : form.fields()) {
            var known = group.has(field.name());
            if (!shown(field, answers)) {
                continue;
            }
            if (isTheAddress(field) && address != null && !known) {
                answers.put(field.name(), address.strip());
                continue;
            }
            var answer = AnswerRules.read(field, group);
            answer.ifPresent(value -> answers.put(field.name(), value));
            refuseMissing(field, group, answer);
            refuseOther(field, group, address, answer);
        }
        group.refuseUnknown();
        return answers;
    }

    /** Whether the question is asked of somebody who answered the earlier ones so. */
    static boolean shown(RegistrationField field, Map<String, Object> answers) {
        var when = field.showWhen();
        if (when == null) {
            return true;
        }
        var answer = answers.get(when.field());
        if (answer instanceof List<?> chosen) {
            return chosen.contains(when.equals());
        }
        if (when.equals() instanceof Boolean wanted) {
            return wanted == ticked(answer);
        }
        return answer != null && when.equals().equals(answer.toString());
    }

    private static boolean ticked(@Nullable Object answer) {
        return answer instanceof Map<?, ?> || Boolean.TRUE.equals(answer);
    }

    private static boolean isTheAddress(RegistrationField field) {
        return field.name().equals(EMAIL) && field.type() == FieldType.EMAIL;
    }

    private static void refuseMissing(RegistrationField field, Fields group, Optional<?> answer) {
        var missing = answer.isEmpty() || (field.type().ticking() && !ticked(answer.get()));
        // What was sent and could not be read is a finding already.
        if (field.required() && missing && !(answer.isEmpty() && AnswerRules.given(field, group))) {
            group.refuse(field.name(), "required", "This is required.");
        }
    }

    private static void refuseOther(
            RegistrationField field, Fields group, @Nullable String address, Optional<Object> answer) {
        if (address == null || !isTheAddress(field) || answer.isEmpty()) {
            return;
        }
        var typed = EmailAddress.read(address);
        if (typed.isPresent() && !typed.equals(EmailAddress.read(answer.get().toString()))) {
            group.refuse(field.name(), "contradicts", "This must be the address that is registered.");
        }
    }
}
