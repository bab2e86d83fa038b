package foyer.player.entry;

import jakarta.faces.component.FacesComponent;
import jakarta.faces.component.UIComponentBase;
import jakarta.faces.context.FacesContext;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Writes one question: label, control, help and what is wrong, tied together for those who hear the page. In the page:
 * {@code <entry:question value="#{question}" panel="register" optional="…" choose="…"/>}.
 */
@FacesComponent(
        value = QuestionComponent.TYPE,
        createTag = true,
        tagName = "question",
        namespace = "foyer.player.entry")
public class QuestionComponent extends UIComponentBase {
    static final String TYPE = "foyer.player.Question";

    @Override
    public String getFamily() {
        return "foyer.player";
    }

    @Override
    public void encodeBegin(FacesContext context) throws IOException {
        if (!(getAttributes().get("value") instanceof Question question)) {
            throw new IllegalStateException("The page puts no question.");
        }
        var markup = new Markup(context.getResponseWriter(), this);
        var id = text("panel") + "-" + question.name().replace('.', '-');
        var controls = new Controls(markup, question, id, text("choose"));
        var group = question.control() == Control.CHOICES;
        markup.begin(group ? "fieldset" : "div")
                .set("class", "field")
                .set("data-name", question.name())
                .set("data-control", question.control().key())
                .set("data-required", question.required() ? "" : null)
                // For the module that checks: browsers read a pattern by other rules than the server does.
                .set("data-pattern", question.bounds().pattern())
                .set("data-most", question.bounds().maxLength());
        var condition = question.condition();
        if (condition != null) {
            markup.set("data-when", condition.question()).set("data-equals", condition.answer());
            paragraph(markup, id + "-when", "when", condition.words());
        }
        if (question.control() == Control.TICK) {
            controls.write();
            label(markup, question, id);
        } else {
            label(markup, question, group ? null : id);
            controls.write();
        }
        if (question.help() != null) {
            paragraph(markup, id + "-help", "help", question.help());
        }
        paragraph(markup, id + "-wrong", "wrong", question.refusal().orElse(""));
        markup.end(group ? "fieldset" : "div");
    }

    private void label(Markup markup, Question question, @Nullable String id) throws IOException {
        var element = id == null ? "legend" : "label";
        markup.begin(element).set("for", id).set("dir", "auto").text(question.label());
        if (!question.required()) {
            markup.text(" ")
                    .begin("span")
                    .set("class", "optional")
                    .text(text("optional"))
                    .end("span");
        }
        markup.end(element);
    }

    private static void paragraph(Markup markup, String id, String kind, String words) throws IOException {
        markup.begin("p")
                .set("id", id)
                .set("class", kind)
                .set("dir", "auto")
                .text(words)
                .end("p");
    }

    private String text(String attribute) {
        return String.valueOf(getAttributes().get(attribute));
    }
}
