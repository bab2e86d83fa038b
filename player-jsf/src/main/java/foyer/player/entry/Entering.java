package foyer.player.entry;

import foyer.access.Returning;
import foyer.event.Event;
import foyer.session.PlaybackTerm;
import foyer.shared.Finding;
import foyer.shared.Problem;
import foyer.shared.ProblemCode;
import foyer.shared.Unavailable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Leads a viewer from panel to panel where no module does, by the same steps as {@code authentication-flow.js}. */
@ApplicationScoped
public class Entering {
    @Inject
    FormTokens tokens;

    @Inject
    Doors doors;

    @Inject
    Paying paying;

    @Inject
    Leaving leaving;

    @Inject
    Returning returning;

    /**
     * Where a viewer stands who comes by an address.
     *
     * @param wish the key of a panel
     * @param linkToken of a letter
     * @param known what the viewer's browser kept of an earlier visit
     */
    Standing arrive(Event event, @Nullable String wish, @Nullable String linkToken, @Nullable String known) {
        var ways = WaysIn.of(event);
        if (ways == WaysIn.OPEN) {
            return Standing.at(Panel.WATCH);
        }
        if (linkToken != null && ways != WaysIn.SHARED_PASSWORD) {
            return Standing.at(Panel.LINK).answering(new Submission(Map.of(Doors.LINK, new String[] {linkToken})));
        }
        return turnTo(wish, event, ways)
                .orElseGet(() -> known == null ? newcomer(event, ways) : comeBack(event, ways, known));
    }

    private Optional<Standing> turnTo(@Nullable String wish, Event event, WaysIn ways) {
        return Panel.of(wish)
                .filter(ways.reachable()::contains)
                .map(panel -> panel == ways.first() ? newcomer(event, ways) : Standing.at(panel));
    }

    /** Of somebody whom nobody knows. Who cannot register is told so before they fill in a form. */
    private Standing newcomer(Event event, WaysIn ways) {
        if (!ways.registers()) {
            return Standing.at(ways.first());
        }
        try {
            var found = Passage.by(Map.of("flow", returning.flow(event.id(), null, null, PlaybackTerm.RENEWED)));
            return found.panel() == Panel.REFUSED && found.registersNobody()
                    ? Standing.by(found)
                    : Standing.at(ways.first());
        } catch (Unavailable silent) {
            return Standing.at(ways.first());
        }
    }

    /** Of somebody who was here before. What was kept tells how far they had come, and opens nothing. */
    private Standing comeBack(Event event, WaysIn ways, String known) {
        try {
            var found = Passage.by(Map.of("flow", returning.flow(event.id(), null, known, PlaybackTerm.RENEWED)));
            return switch (found.panel()) {
                // Who is to wait for the start has nothing to prove before.
                case WAIT -> Standing.by(found);
                case WATCH -> Standing.at(ways.back());
                case VERIFY -> Standing.at(Panel.WAIT).because(Told.OFFERED);
                case PAY -> Standing.by(found);
                case REGISTER, LOGIN, CODE, LINK, REFUSED -> newcomer(event, ways);
            };
        } catch (Unavailable silent) {
            // The page is there all the same.
            return Standing.at(ways.first());
        }
    }

    /** Where a viewer stands who posted a form. */
    Standing enter(Event event, Words words, Submission given, Caller caller) {
        var ways = WaysIn.of(event);
        var leaves = given.answer(Leaving.WISH).isPresent();
        var panel = given.answer("panel")
                .flatMap(Panel::of)
                .filter(known -> known == Panel.LINK || ways.forms().contains(known))
                .orElse(leaves ? ways.back() : ways.first());
        // Who asked for the code may choose another password beside it, also when the first try was wrong.
        var asked = given.answer("reason").filter(Doors.ASKED::equals).orElse("");
        var here =
                Standing.at(panel).because(panel == Panel.VERIFY ? asked : "").answering(given);
        // Turning to another panel does nothing: the address that was typed comes along, and no address of ours shows
        // it.
        var turned = turnTo(given.answer(Turn.WAY).orElse(null), event, ways);
        if (turned.isPresent()) {
            return turned.get().answering(given.only(Submission.EMAIL));
        }
        if (!caller.ourPage() || !tokens.good(event.id(), given.answer("token").orElse(""))) {
            // A page may be open for longer than its form is good, and has the only token of its viewer.
            var stays = leaves && caller.ourPage() ? leaving.again(event, words, given) : here;
            return stays.told(Map.of(), words.of("problem.form_expired"));
        }
        try {
            if (leaves) {
                return leaving.take(event, words, given);
            }
            if (panel == Panel.PAY) {
                return paying.take(event, words, given, caller);
            }
            return arrived(here, doors.send(panel, event, given, words.locale().getLanguage(), caller));
        } catch (Problem refused) {
            return refused(here, refused, event, words);
        }
    }

    private static Standing arrived(Standing from, Passage passage) {
        var to = Standing.by(passage);
        return to.panel() == Panel.VERIFY ? to.answering(from.given().only("email")) : to;
    }

    private static Standing refused(Standing here, Problem refused, Event event, Words words) {
        var code = refused.code();
        if (code == ProblemCode.SOLD_OUT || code == ProblemCode.REGISTRATION_CLOSED) {
            return Standing.at(Panel.REFUSED).because(code.wireName());
        }
        var usedUp =
                code == ProblemCode.LINK_EXPIRED || (here.panel() == Panel.LINK && code == ProblemCode.BAD_CREDENTIALS);
        if (usedUp) {
            return Standing.at(Panel.CODE).told(Map.of(), words.of("problem.link_expired"));
        }
        return here.told(findings(here, refused, event, words), problem(here, code, event, words));
    }

    /**
     * What is wrong with a code may be that it, or the link beside it, was used; with a password of one's own, that nobody
     * proved it yet.
     */
    private static String problem(Standing here, ProblemCode code, Event event, Words words) {
        var told = words.told("problem.", code.wireName());
        if (code != ProblemCode.BAD_CREDENTIALS) {
            return told;
        }
        return switch (here.panel()) {
            case VERIFY -> words.of("problem.bad_credentials.verify");
            case LOGIN -> WaysIn.of(event).choosesPassword() ? words.of("problem.bad_credentials.own") : told;
            case REGISTER, CODE, LINK, WAIT, PAY, REFUSED, WATCH -> told;
        };
    }

    /** Words on the answers of the panel that are wrong. */
    static Map<String, String> findings(Standing here, Problem refused, Event event, Words words) {
        var questions = new Questions(words, here.given(), Map.of())
                .of(here.panel(), event).stream().collect(Collectors.toMap(Question::name, Function.identity()));
        var wrong = new LinkedHashMap<String, String>();
        for (var finding : refused.findings()) {
            var name = name(finding);
            var question = questions.get(name);
            if (question != null) {
                wrong.putIfAbsent(name, words.finding(finding.code(), question));
            }
        }
        return wrong;
    }

    /** One of several choices is told beside them all. */
    private static String name(Finding finding) {
        return finding.field().replaceFirst("\\[.*", "");
    }
}
