package foyer.mail;

import foyer.event.Event;
import foyer.mail.Letter.Detail;
import foyer.shared.Fields;
import foyer.shared.Money;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Puts letters into words: the house's by language, the organizer's look, times as the event's place has them. */
@Dependent
public class Rendering {
    private static final int LONGEST_SUBJECT = 150;

    private final MailSettings settings;
    private final LinkSettings links;

    @Inject
    public Rendering(MailSettings settings, LinkSettings links) {
        this.settings = settings;
        this.links = links;
    }

    /** @param id of what is told, the same whenever the same letter is sent again */
    Message message(String id, Letter letter, Event event) {
        var locale = Wording.locale(letter.language());
        var wording = Wording.in(locale);
        var page = page(event);
        var facts = facts(letter, event, locale, page);
        var kind = Fields.wireName(letter.kind());
        var shown = new HashMap<String, Object>(facts);
        var subject = line(wording.say(kind + ".subject", facts));
        shown.put("language", locale.getLanguage());
        shown.put("subject", subject);
        shown.put("greeting", wording.say("greeting", facts));
        shown.put("paragraphs", wording.say(kind + ".text", facts).lines().toList());
        shown.put(
                "action",
                facts.containsKey("link") && wording.has(kind + ".action") ? wording.say(kind + ".action", facts) : "");
        shown.put("whenLabel", wording.say("when", facts));
        shown.put("copy", wording.say("copy", facts));
        shown.put("footer", wording.say(wording.has(kind + ".footer") ? kind + ".footer" : "footer", facts));
        return new Message(
                id,
                settings.from(),
                letter.to(),
                subject,
                Layout.TEXT.execute(shown),
                Layout.HTML.execute(shown),
                Invitations.of(letter, event, settings.from(), page).orElse(null));
    }

    private static Map<String, Object> facts(Letter letter, Event event, Locale locale, String page) {
        var facts = new HashMap<String, Object>();
        letter.details().forEach((detail, text) -> facts.put(Fields.wireName(detail), Amid.sentence(text)));
        Optional.ofNullable(letter.details().get(Detail.NAME))
                .filter(name -> !Greeting.takes(name))
                .ifPresent(linked -> facts.remove("name"));
        var moments = new Moments(locale);
        Optional.ofNullable(letter.details().get(Detail.UNTIL))
                .map(text -> Instant.parse(text).atZone(event.startsAt().getZone()))
                .ifPresent(until -> {
                    facts.put("until", moments.at(until));
                    facts.put("untilTime", moments.timeOf(until));
                });
        Optional.ofNullable(letter.details().get(Detail.AMOUNT))
                .ifPresent(text -> facts.put("amount", Money.read(text).written(locale)));
        Optional.ofNullable(letter.details().get(Detail.LIMIT))
                .ifPresent(text -> facts.put("limit", Money.read(text).written(locale)));
        facts.putIfAbsent("link", page);
        facts.put("title", Amid.sentence(event.title()));
        facts.put("when", moments.from(event.startsAt(), event.endsAt()));
        var look = event.plan().form().customization();
        var ink = Ink.of(look.primaryColor());
        facts.put("background", ink.background());
        facts.put("foreground", ink.foreground());
        Optional.ofNullable(look.logoUrl()).ifPresent(logo -> facts.put("logo", logo));
        return facts;
    }

    /** Where the letters' reader finds the event when the letter holds no link of its own. */
    private String page(Event event) {
        var own = event.plan().embedding().pageUrl();
        return own == null ? links.page(event.id()) : own;
    }

    // A title may be long, and a line break in a subject would be a header of its own.
    private static String line(String text) {
        var line = text.replaceAll("[\\p{Cntrl}\\s\\u0085\\u2028\\u2029]+", " ").strip();
        return line.codePointCount(0, line.length()) <= LONGEST_SUBJECT
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LONGEST_SUBJECT - 1)) + "…";
    }
}
