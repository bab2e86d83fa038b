package foyer.player.entry;

import foyer.form.Bounds;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One question as it is put to a viewer, with the answer given so far and what is wrong with it.
 *
 * @param name of the answer among those posted, and of its findings
 * @param label what people read, in their language
 * @param options to choose from; empty where the answer is written
 * @param bounds how far numbers and dates may go
 * @param condition on which it is asked; null: always
 * @param autocomplete what browsers call it, {@code off} for what they cannot know
 * @param answers as they were posted
 * @param finding words that say what is wrong
 */
public record Question(
        String name,
        String label,
        Control control,
        boolean required,
        List<Option> options,
        Bounds bounds,
        @Nullable String help,
        @Nullable Condition condition,
        String autocomplete,
        List<String> answers,
        @Nullable String finding) {
    private static final Bounds UNBOUND = new Bounds(null, null, null, null);

    public Question {
        options = List.copyOf(options);
        answers = List.copyOf(answers);
    }

    /** One that every event asks in the same way. */
    static Question usual(String name, String label, Control control, String autocomplete) {
        return new Question(name, label, control, true, List.of(), UNBOUND, null, null, autocomplete, List.of(), null);
    }

    Question answered(List<String> given, @Nullable String wrong) {
        return new Question(
                name, label, control, required, options, bounds, help, condition, autocomplete, given, wrong);
    }

    Question helped(String words) {
        return new Question(
                name, label, control, required, options, bounds, words, condition, autocomplete, answers, finding);
    }

    Question optional() {
        return new Question(
                name, label, control, false, options, bounds, help, condition, autocomplete, answers, finding);
    }

    public String answer() {
        return answers.isEmpty() ? "" : answers.get(0);
    }

    /** How far the answer could have gone: where it needs them, with the bounds that every number has. */
    Bounds boundsOfTheAnswer() {
        return control == Control.NUMBER
                ? Submission.numberIn(answer()).map(bounds::around).orElse(bounds)
                : bounds;
    }

    /** Words that say what is wrong with the answer. */
    public Optional<String> refusal() {
        return Optional.ofNullable(finding);
    }
}
