package foyer.event;

import foyer.form.RegistrationForm;
import foyer.shared.Fields;
import foyer.shared.Passwords;
import foyer.shared.Texts;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All that organisers decide about an event.
 *
 * @param description plain text, empty when there is none
 * @param vimeoId the video of the same event at Vimeo, for pages that still know it by that
 */
public record Plan(
        String title,
        String description,
        Schedule schedule,
        Admission admission,
        Video video,
        RegistrationForm form,
        Enrolment enrolment,
        Embedding embedding,
        @Nullable String vimeoId) {
    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_DESCRIPTION = 20_000;
    // DynamoDB keeps 400 KB an item; the rest is room for what the store adds and for what is yet to come.
    private static final long MOST_BYTES = 300_000;

    /**
     * Reads a plan and notes everything that is wrong with it; empty when something it cannot do without is missing. Only
     * what cannot be read at all is left out; whatever else is found wrong is read as it is, so that the store reads by
     * the same rules what was saved under older ones.
     */
    static Optional<Plan> read(Fields fields, HouseRules house) {
        var title = title(fields);
        var description =
                Texts.prose(fields, "description", LONGEST_DESCRIPTION).orElse("");
        var schedule = Schedule.read(fields);
        var admission = Admission.read(fields, house.prices());
        var video = Video.read(fields, house);
        var config = fields.group("registrationConfig");
        var zone = schedule.map(known -> known.startsAt().getZone()).orElse(null);
        var enrolment = config.map(group -> Enrolment.read(group, zone)).orElse(Enrolment.USUAL);
        var form = config.map(group -> RegistrationForm.read(group, house.addresses()))
                .orElse(RegistrationForm.NONE);
        var embedding = fields.group("embedConfig")
                .map(group -> Embedding.read(group, house.welcomesLocalhost()))
                .orElse(Embedding.none());
        var vimeoId = vimeoId(fields).orElse(null);
        if (title.isEmpty() || schedule.isEmpty() || admission.isEmpty()) {
            return Optional.empty();
        }
        var plan = new Plan(
                title.get(), description, schedule.get(), admission.get(), video, form, enrolment, embedding, vimeoId);
        plan.checkSize(fields);
        return Optional.of(plan);
    }

    /** A plan as a store kept it; findings do not count, for the rules may have changed since. */
    public static Plan remembered(Fields kept, HouseRules house) {
        return read(kept, house)
                .orElseThrow(() -> new IllegalStateException("a kept event lacks what none can do without"));
    }

    /** As the API shows it and the store keeps it, by the API's names; the password is not in it. */
    public Map<String, Object> tree() {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("title", title);
        if (!description.isEmpty()) {
            tree.put("description", description);
        }
        schedule.writeTo(tree);
        admission.writeTo(tree);
        video.writeTo(tree);
        var config = new LinkedHashMap<>(form.tree());
        enrolment.writeTo(config);
        tree.put("registrationConfig", config);
        tree.put("embedConfig", embedding.tree());
        if (vimeoId != null) {
            tree.put("vimeoId", vimeoId);
        }
        return tree;
    }

    /** What the public may see of it. */
    Map<String, Object> treeForAll() {
        var seen = new Plan(
                title,
                description,
                schedule,
                admission,
                video.asSeenByAll(admission.authType()),
                form,
                enrolment,
                Embedding.none(),
                vimeoId);
        var tree = seen.tree();
        tree.remove("embedConfig");
        tree.computeIfPresent(
                "paymentConfig", (name, all) -> admission.payment().treeForAll());
        return tree;
    }

    /** Notes what is missing for the public to see it. */
    void checkPublishable(Fields findings) {
        admission.checkPublishable(findings);
    }

    /** Hashes a password that was submitted; see {@link PasswordTerms#kept}. */
    Plan kept(@Nullable Plan before, Passwords passwords) {
        return with(admission.kept(before == null ? null : before.admission, passwords));
    }

    /** With the hash of the shared password as a store kept it. */
    public Plan withPasswordHash(@Nullable String hash) {
        return with(admission.with(admission.password().withHash(hash)));
    }

    /** With another picture. */
    Plan showing(Video changed) {
        return new Plan(title, description, schedule, admission, changed, form, enrolment, embedding, vimeoId);
    }

    private Plan with(Admission changed) {
        return new Plan(title, description, schedule, changed, video, form, enrolment, embedding, vimeoId);
    }

    private void checkSize(Fields fields) {
        if (DocumentSize.of(tree()) > MOST_BYTES) {
            fields.refuse(
                    "registrationConfig",
                    "too_large",
                    "With this the event takes more than " + MOST_BYTES + " bytes. Shorten its texts and options.");
        }
    }

    private static Optional<String> title(Fields fields) {
        fields.require("title");
        var title = Texts.line(fields, "title", LONGEST_TITLE);
        if (title.filter(String::isBlank).isPresent()) {
            fields.refuse("title", "required", "This must not be blank.");
        }
        return title;
    }

    private static Optional<String> vimeoId(Fields fields) {
        var id = fields.text("vimeoId");
        id.filter(text -> !VimeoId.wellFormed(text))
                .ifPresent(wrong -> fields.refuse("vimeoId", "invalid", "This takes 1 to 20 digits."));
        return id;
    }
}
