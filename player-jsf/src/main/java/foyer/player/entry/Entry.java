package foyer.player.entry;

import foyer.event.Event;
import foyer.shared.Ids;
import foyer.shared.Money;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/** Backs {@code entry.xhtml}: what stands between a viewer and the picture, panel by panel. */
@Named
@RequestScoped
public class Entry {
    @Inject
    FormTokens tokens;

    @Inject
    Entering entering;

    private @Nullable Event event;
    private @Nullable Words words;
    private Standing standing = Standing.at(Panel.WATCH);

    // One for all forms of the page, which are told apart by their panels.
    private final String once = Ids.fresh();

    /**
     * @param wish the key of a panel to turn to, of the address
     * @param linkToken of a letter's link, of the address
     * @param known what the browser kept of an earlier visit
     */
    public void open(
            Event shown,
            ResourceBundle texts,
            Locale locale,
            @Nullable String wish,
            @Nullable String linkToken,
            @Nullable String known) {
        event = shown;
        words = new Words(texts, locale);
        standing = entering.arrive(shown, wish, linkToken, known);
    }

    /** Takes what a form posted; to be shown is what came of it. */
    public void take(Map<String, String[]> posted, Caller caller) {
        standing = entering.enter(event(), words(), new Submission(posted), caller);
    }

    /** Whether nothing is asked of this viewer, or nothing more. */
    public boolean open() {
        return standing.panel() == Panel.WATCH;
    }

    /** Whether people register for this event. */
    public boolean registers() {
        return WaysIn.of(event()).registers();
    }

    public Panel panel() {
        return standing.panel();
    }

    /** What login answers, for the modules to go on with; empty unless the viewer was let in just now. */
    public Optional<Map<?, ?>> session() {
        return Optional.ofNullable(standing.session());
    }

    /** The header by which the viewer's browser will know them on the next visit. */
    public Optional<String> cookie() {
        return Optional.ofNullable(standing.cookie());
    }

    /** Where the viewer goes on, if not on this page: to pay. */
    public Optional<String> elsewhere() {
        return Optional.ofNullable(standing.elsewhere());
    }

    /** The panels with questions, but for the one in which is paid. Only the one to be seen has answers and findings. */
    public List<PanelForm> forms() {
        var forms = new ArrayList<PanelForm>();
        for (var panel : WaysIn.of(event()).forms()) {
            if (panel != Panel.PAY && !closed(panel)) {
                forms.add(form(panel));
            }
        }
        if (panel() == Panel.LINK) {
            forms.add(form(Panel.LINK));
        }
        return forms;
    }

    /** The panel in which is paid; none where nobody pays. */
    public List<PayPanel> paying() {
        return sold() ? List.of(payPanel()) : List.of();
    }

    /** What a seat costs, for those who are about to register; empty where nobody pays. */
    public Optional<String> price() {
        return sold()
                ? Optional.of(words().of("pay.price", dues().full().written(words().locale())))
                : Optional.empty();
    }

    /** What is paid in, with what scripts have to know to write it. */
    public Optional<Money> money() {
        return sold() ? Optional.of(dues().full()) : Optional.empty();
    }

    /** Says why the viewer has to wait or go. */
    public Told told() {
        return Told.of(
                panel(), standing.reason(), standing.data(), event().startsAt().getZone(), words());
    }

    /** Whether somebody is in, or waits, who could leave by a form. */
    public boolean leavable() {
        return WaysOut.openTo(standing);
    }

    /** The ways out of who is in or waits; none where nobody could leave. */
    public List<WaysOut> waysOut() {
        return leavable() ? List.of(WaysOut.of(standing, registers(), tokens.fresh(event().id()), words())) : List.of();
    }

    /** Names the panel for those who were in before. */
    public String backKey() {
        return WaysIn.of(event()).back().key();
    }

    /** Names the panel for those who were told to wait or go: whose registration has ended needs another one. */
    public String otherWay() {
        return Leaving.gaveBack(standing) && registers() ? Panel.REGISTER.key() : backKey();
    }

    /** The organiser's colours, logo and words. */
    public Look look() {
        return new Look(event().plan().form().customization());
    }

    public String text(String key) {
        return words().of("entry." + key);
    }

    private boolean sold() {
        return WaysIn.of(event()) == WaysIn.PAYMENT;
    }

    private Dues dues() {
        return standing.dues() == null ? Dues.told(event(), standing.data()) : standing.dues();
    }

    private PayPanel payPanel() {
        var locale = words().locale();
        var dues = dues();
        var until = dues.until();
        return new PayPanel(
                form(Panel.PAY),
                dues.due().written(locale),
                dues.reduced() ? dues.full().written(locale) : "",
                until == null
                        ? ""
                        : words().of(
                                        "pay.until",
                                        words().moment(until, event().startsAt().getZone())));
    }

    private String submit(Panel panel) {
        return switch (panel) {
            case REGISTER -> look().submitLabel().orElse(text("register.submit"));
            case PAY ->
                dues().due().minorUnits() == 0
                        ? words().of("pay.free")
                        : words().of("pay.submit", dues().due().written(words().locale()));
            case LOGIN, CODE, VERIFY, LINK, WAIT, REFUSED, WATCH -> text(panel.key() + ".submit");
        };
    }

    private PanelForm form(Panel panel) {
        var shown = panel == panel();
        var questions =
                new Questions(words(), shown ? standing.given() : Submission.NONE, shown ? standing.wrong() : Map.of());
        return new PanelForm(
                panel,
                shown ? standing.reason() : "",
                panel == Panel.PAY ? words().of("pay.title") : text(panel.key() + ".title" + forgotten(panel)),
                lead(panel),
                shown ? standing.message() : null,
                questions.of(panel, event()),
                carried(panel),
                submit(panel),
                turns(panel));
    }

    private String lead(Panel panel) {
        return switch (panel) {
            case REGISTER -> look().intro();
            case VERIFY -> sent();
            case PAY -> words().of("pay.words");
            case LOGIN, CODE, LINK, WAIT, REFUSED, WATCH -> text(panel.key() + ".words" + forgotten(panel));
        };
    }

    /** Who has a password asks for a code because they do not know it any more. */
    private String forgotten(Panel panel) {
        return panel == Panel.CODE && WaysIn.of(event()).choosesPassword() ? ".password" : "";
    }

    /** Whether this is the form of those who cannot register. */
    private boolean closed(Panel panel) {
        return panel == Panel.REGISTER && panel() == Panel.REFUSED && !Leaving.wished(standing);
    }

    private String sent() {
        if (panel() != Panel.VERIFY) {
            // To be filled in by the script that turns to it.
            return "";
        }
        // To one who only claims to be registered nobody says whether that is so.
        var key = "entry.verify.words" + (standing.reason().isEmpty() ? "" : "." + standing.reason());
        return words().of(key, standing.given().answer("email").orElse(""));
    }

    private Map<String, String> carried(Panel panel) {
        var carried = new LinkedHashMap<String, String>();
        carried.put("panel", panel.key());
        carried.put("token", tokens.fresh(event().id()));
        carried.put("once", once);
        if (panel == Panel.VERIFY) {
            carried.put("email", standing.given().answer("email").orElse(""));
            carried.put("reason", panel() == panel ? standing.reason() : "");
        }
        if (panel == Panel.LINK) {
            carried.put("link", standing.given().answer("link").orElse(""));
        }
        if (panel == Panel.PAY) {
            var token = standing.held("sessionToken");
            carried.put(HeldSession.NAME, token == null ? "" : token.toString());
        }
        return carried;
    }

    private List<Turn> turns(Panel from) {
        return WaysIn.of(event()).turns(from).stream()
                .filter(to -> !closed(to))
                .map(to -> new Turn(
                        to,
                        from == Panel.PAY ? words().of("pay.to-" + to.key()) : text(from.key() + ".to-" + to.key())))
                .toList();
    }

    private Event event() {
        if (event == null) {
            throw new IllegalStateException("Shown before it was opened.");
        }
        return event;
    }

    private Words words() {
        if (words == null) {
            throw new IllegalStateException("Shown before it was opened.");
        }
        return words;
    }
}
