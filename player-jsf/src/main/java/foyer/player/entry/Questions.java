package foyer.player.entry;

import foyer.event.Event;
import foyer.form.Consent;
import foyer.form.RegistrationField;
import foyer.form.RegistrationForm;
import foyer.form.ShowWhen;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Puts an event's questions to a viewer.
 *
 * @param words those of the viewer's language
 * @param given what was answered so far
 * @param wrong words on answers that cannot be taken, by the name of the question
 */
record Questions(Words words, Submission given, Map<String, String> wrong) {

    /** None for a panel that is no form. */
    List<Question> of(Panel panel, Event event) {
        return switch (panel) {
            case REGISTER -> register(event);
            case LOGIN -> login(event);
            case CODE -> List.of(email());
            case VERIFY -> verify(event);
            case PAY -> List.of(voucher());
            case LINK, WAIT, REFUSED, WATCH -> List.of();
        };
    }

    /** Those of a new viewer: the organiser's, and the ones that no way in can do without. */
    private List<Question> register(Event event) {
        var questions = new ArrayList<Question>();
        var address = event.plan().form().fields().stream()
                .filter(Submission::isTheAddress)
                .findFirst()
                .orElse(null);
        if (address == null) {
            questions.add(email());
        }
        for (var field : event.plan().form().fields()) {
            questions.add(
                    field.equals(address)
                            ? email(field)
                            : put(field, event.plan().form()));
        }
        if (WaysIn.of(event).choosesPassword()) {
            questions.add(newPassword());
        }
        if (WaysIn.of(event) == WaysIn.PAYMENT) {
            questions.add(voucher());
        }
        return questions;
    }

    private List<Question> login(Event event) {
        var password =
                answered(Question.usual("password", words.label("password"), Control.PASSWORD, "current-password"));
        return WaysIn.of(event).choosesPassword() ? List.of(email(), password) : List.of(password);
    }

    private List<Question> verify(Event event) {
        var code = answered(Question.usual("code", words.label("code"), Control.CODE, "one-time-code"));
        return WaysIn.of(event).choosesPassword() ? List.of(code, anotherPassword()) : List.of(code);
    }

    // For those who forgot theirs; the styles show it to those who asked for a code.
    private Question anotherPassword() {
        return answered(Question.usual("password", words.label("another-password"), Control.PASSWORD, "new-password")
                .helped(words.of("help.another-password"))
                .optional());
    }

    private Question voucher() {
        return answered(Question.usual(Paying.VOUCHER, words.label(Paying.VOUCHER), Control.VOUCHER, "off")
                .optional());
    }

    private Question email() {
        return answered(Question.usual(Submission.EMAIL, words.label("email"), Control.EMAIL, "email"));
    }

    private Question email(RegistrationField field) {
        var label = label(field);
        var question = Question.usual(Submission.EMAIL, label, Control.EMAIL, "email");
        return answered(field.help() == null ? question : question.helped(field.help()));
    }

    private Question newPassword() {
        return answered(Question.usual("password", words.label("password"), Control.PASSWORD, "new-password")
                .helped(words.of("help.new-password")));
    }

    private Question put(RegistrationField field, RegistrationForm form) {
        return answered(new Question(
                Submission.nameOf(field),
                label(field),
                Control.of(field.type()),
                field.required(),
                options(field),
                field.bounds(),
                field.help(),
                condition(field.showWhen(), form),
                Autocomplete.of(field.name(), field.type()),
                List.of(),
                null));
    }

    private @Nullable Condition condition(@Nullable ShowWhen when, RegistrationForm form) {
        if (when == null) {
            return null;
        }
        var on = form.fields().stream()
                .filter(field -> field.name().equals(when.field()))
                .findFirst()
                .orElseThrow();
        var answer = String.valueOf(when.equals());
        var key = on.type().ticking() ? "entry.when." + answer : "entry.when";
        var read = on.options().contains(answer) ? on.optionLabel(answer, words.locale()) : answer;
        var said = words.of(key, label(on)).replace("{1}", read);
        return new Condition(Submission.nameOf(when.field()), answer, said);
    }

    private Question answered(Question question) {
        // A password is never written into a page.
        var answers = question.control() == Control.PASSWORD ? List.<String>of() : given.answers(question.name());
        return question.answered(answers, wrong.get(question.name()));
    }

    private List<Option> options(RegistrationField field) {
        return switch (field.type()) {
            // Which words somebody agrees to is sent along.
            case CONSENT -> List.of(new Option(Consent.version(field), field.label()));
            case TEXT, TEXTAREA, EMAIL, PHONE, NUMBER, DATE, SELECT, MULTISELECT, CHECKBOX, COUNTRY ->
                field.options().stream()
                        .map(option -> new Option(option, field.optionLabel(option, words.locale())))
                        .toList();
        };
    }

    private String label(RegistrationField field) {
        var locale = words.locale();
        var label =
                first(field.labels().get(locale.toLanguageTag()), field.labels().get(locale.getLanguage()));
        if (label != null) {
            return label;
        }
        // A field given by its plain name has no label of its own.
        return field.label().equals(field.name()) ? words.labelFor(field.name()) : field.label();
    }

    private static @Nullable String first(@Nullable String one, @Nullable String other) {
        return one == null ? other : one;
    }
}
