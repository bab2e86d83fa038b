package foyer.player.entry;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Writes what a question is answered with.
 *
 * @param id of the control, which its label, help and finding go by
 * @param choose words for the choice of nothing
 */
record Controls(Markup markup, Question question, String id, String choose) {

    void write() throws IOException {
        switch (question.control()) {
            case TEXTAREA -> {
                manners(begin("textarea"), id).set("rows", "3");
                // The first line break after the tag does not count.
                markup.text("\n" + question.answer()).end("textarea");
            }
            case SELECT -> select();
            case CHOICES -> choices();
            case COUNTRY ->
                input().set("value", question.answer())
                        .set("data-codes", Countries.codes())
                        .set("data-choose", choose)
                        .end("input");
            case TICK -> box(id, agreement(), !question.answers().isEmpty());
            case TEXT, TEL -> input().set("value", question.answer()).end("input");
            case PASSWORD -> input().end("input");
            case EMAIL ->
                input().set("value", question.answer())
                        .set("autocapitalize", "none")
                        .set("spellcheck", "false")
                        .end("input");
            case VOUCHER ->
                input().set("value", question.answer())
                        .set("autocapitalize", "characters")
                        .set("spellcheck", "false")
                        .set("maxlength", "100")
                        .end("input");
            case NUMBER -> edged().set("step", "any").end("input");
            case DATE -> edged().end("input");
            case CODE ->
                input().set("value", question.answer())
                        .set("inputmode", "numeric")
                        .set("maxlength", "11")
                        .end("input");
        }
    }

    private String agreement() {
        return question.options().isEmpty() ? "true" : question.options().get(0).value();
    }

    private Markup input() throws IOException {
        return manners(begin("input"), id).set("type", question.control().inputType());
    }

    private Markup edged() throws IOException {
        return input().set("value", question.answer())
                .set("min", question.bounds().min())
                .set("max", question.bounds().max());
    }

    private void select() throws IOException {
        manners(begin("select"), id);
        option(new Option("", choose), null);
        for (var option : question.options()) {
            option(option, "auto");
        }
        markup.end("select");
    }

    private void option(Option option, @Nullable String direction) throws IOException {
        markup.begin("option")
                .set("value", option.value())
                .set("dir", direction)
                .set("selected", question.answers().contains(option.value()))
                .text(option.label())
                .end("option");
    }

    private void choices() throws IOException {
        var number = 0;
        for (var option : question.options()) {
            var box = id + "-" + number++;
            begin("div").set("class", "choice");
            box(box, option.value(), question.answers().contains(option.value()));
            begin("label")
                    .set("for", box)
                    .set("dir", "auto")
                    .text(option.label())
                    .end("label");
            markup.end("div");
        }
    }

    private void box(String boxId, String value, boolean ticked) throws IOException {
        manners(begin("input"), boxId)
                .set("type", "checkbox")
                .set("value", value)
                .set("checked", ticked)
                .end("input");
    }

    private Markup manners(Markup element, String controlId) throws IOException {
        return element.set("id", controlId)
                .set("name", question.name())
                .set("autocomplete", question.control() == Control.TICK ? null : question.autocomplete())
                // What another answer may leave out, and what is one of several boxes, only the server can ask for.
                .set(
                        "required",
                        question.required() && question.condition() == null && question.control() != Control.CHOICES)
                .set("aria-describedby", (question.help() == null ? "" : id + "-help ") + id + "-wrong")
                .set("aria-invalid", question.finding() == null ? null : "true");
    }

    private Markup begin(String element) throws IOException {
        return markup.begin(element);
    }
}
