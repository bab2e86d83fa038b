package foyer.player;

import foyer.event.AuthType;
import foyer.event.Browsing;
import foyer.event.Event;
import foyer.event.EventId;
import foyer.event.EventState;
import foyer.event.VimeoId;
import foyer.media.RecentLengths;
import foyer.media.playback.PlaybackAddresses;
import foyer.player.entry.Caller;
import foyer.player.entry.Entry;
import foyer.player.entry.Panel;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Backs {@code watch.xhtml}: shows a viewer an event, and the next step towards its picture. */
@Named
@RequestScoped
public class WatchPage {
    @Inject
    Browsing browsing;

    @Inject
    PlaybackAddresses addresses;

    @Inject
    RecentLengths lengths;

    @Inject
    Clock clock;

    @Inject
    Visit visit;

    @Inject
    Entry entry;

    private @Nullable Event event;
    private Place place = Place.WATCH;
    private boolean autoplay;
    private Instant now = Instant.EPOCH;

    /**
     * Fails with {@link foyer.shared.NotFound} where the public may know of no such event.
     *
     * @param address what the address says beside the event
     * @param known what the browser kept of an earlier visit
     */
    public void open(String id, Place place, Address address, @Nullable String known) {
        var shown = browsing.publicEvent(EventId.of(id));
        this.event = shown;
        this.place = place;
        this.autoplay = address.autoplay();
        this.now = clock.instant();
        entry.open(
                shown,
                visit.language().allTexts(),
                visit.language().locale(),
                address.way(),
                address.linkToken(),
                known);
    }

    /** The event that pages know by this number at Vimeo; fails with {@link foyer.shared.NotFound} where there is none. */
    public String eventAtVimeo(String number) {
        return browsing.publicEvent(VimeoId.of(number)).id().value();
    }

    /** Takes a form that was posted to the opened page. */
    public void take(Map<String, String[]> posted, Caller caller) {
        entry.take(posted, caller);
    }

    public String title() {
        return event().title();
    }

    public String description() {
        return event().description();
    }

    public Place place() {
        return place;
    }

    public Step step() {
        return Step.of(state(), entry.open(), event().manifestUrl().isPresent());
    }

    /** Which panel is to be seen beside the stage, as styles and modules call it. */
    public String way() {
        return step().leadsToPicture() ? entry.panel().key() : Panel.WATCH.key();
    }

    /** Whether anything has to be proven on the way to this event's picture. */
    public boolean guarded() {
        return event().authType() != AuthType.NONE && step().leadsToPicture();
    }

    /** Whether it has a module: where nothing leads to a picture, a partner's page would wait for its answers for ever. */
    public boolean scripted() {
        return step().leadsToPicture() || place == Place.EMBED;
    }

    /** Names its module: in a partner's frame it hears the page around. */
    public String script() {
        return assets() + (place == Place.EMBED ? "-framed.js" : ".js");
    }

    /** Names its styles: what is asked stands elsewhere in a partner's frame than on the event's own page. */
    public String styles() {
        return assets() + (place == Place.EMBED && guarded() ? "-framed.css" : ".css");
    }

    /** What both begin with: those of a page that asks something, or only the stage's. */
    private String assets() {
        return guarded() ? "guarded" : "watch";
    }

    /** Whether the way in is paid for, and styles and forms for that are needed. */
    public boolean sold() {
        return guarded() && entry.money().isPresent();
    }

    /** Whether styles and a form are needed for those who may leave. */
    public boolean leavable() {
        return guarded() && entry.leavable();
    }

    /** Where the form leads that pays: never inside of a frame, in which the provider's page cannot be shown. */
    public String payAddress() {
        return Place.WATCH.addressOf(event().id().value());
    }

    /** The page's own, without a query. */
    public String address() {
        return place.addressOf(event().id().value());
    }

    public boolean live() {
        return state() == EventState.LIVE;
    }

    /** What is said instead of the picture; empty where nothing has to be said. */
    public String words() {
        return visit.text("state." + step().key() + (step() == Step.COUNTDOWN ? waiting() : ""));
    }

    /** Who is in before the start is told that it worked, and what comes. The module {@code guard.js} says it by the same rule. */
    private String waiting() {
        if (!guarded() || !entry.open()) {
            return "";
        }
        if (!entry.registers()) {
            return ".in";
        }
        return now.plus(Duration.ofHours(1)).isBefore(event().startsAt().toInstant()) ? ".registered" : ".soon";
    }

    /** The organizer's thanks to who is in and waits for the start; plain text, empty when there is none. */
    public String thanks() {
        return guarded() ? entry.look().thanks() : "";
    }

    public StartTime startsAt() {
        return new StartTime(event().startsAt(), visit.language());
    }

    public Remaining remaining() {
        return Remaining.between(now, event().startsAt().toInstant());
    }

    /** Whether programs are told how to embed the event that this page is about. */
    public boolean discoverable() {
        return place == Place.WATCH && event().authType() == AuthType.NONE;
    }

    /** The address where they are told, in one of oEmbed's two formats. */
    public String oEmbed(String format) {
        return visit.site() + "/api/oembed." + format + "?url="
                + URLEncoder.encode(visit.site() + address(), StandardCharsets.UTF_8);
    }

    /** The partner's page that the event is part of. */
    public Optional<String> home() {
        return Optional.ofNullable(event().plan().embedding().pageUrl());
    }

    public Optional<String> poster() {
        return event().thumbnailUrl();
    }

    /** Where the picture comes from, for the browser to open a connection early. */
    public Optional<String> mediaOrigin() {
        return manifest().map(URI::create).map(address -> address.getScheme() + "://" + address.getRawAuthority());
    }

    /** What the modules need to know, as JSON. */
    public String data() {
        var data = new PageData()
                .language(visit.language())
                .event(
                        event().id().value(),
                        stateName(),
                        event().startsAt().toInstant(),
                        manifest(),
                        // What is over or cancelled asks nobody for anything.
                        entry.open() || !step().leadsToPicture(),
                        event().plan().video())
                .opened(now, autoplay)
                .later(
                        visit.asset("hls.js-1.7.4/hls.min.js"),
                        visit.asset("controls.css"),
                        visit.asset("texts/" + visit.language().tag() + ".properties"));
        if (place == Place.EMBED) {
            data.embedded(
                    framers(), event().plan().vimeoId(), event().authType() == AuthType.PASSWORD, lengths.of(event()));
        }
        if (guarded()) {
            data.guarded(visit.language(), entry.backKey(), entry.session());
            entry.money()
                    .ifPresent(money -> data.paying(
                            money,
                            visit.asset("texts/paying/" + visit.language().tag() + ".properties")));
        }
        return data.json();
    }

    /** Where the viewer goes on, if not on this page. */
    Optional<String> elsewhere() {
        return entry.elsewhere();
    }

    Optional<String> cookie() {
        return entry.cookie();
    }

    EventId eventId() {
        return event().id();
    }

    List<String> framers() {
        return event().allowedOrigins();
    }

    private Optional<String> manifest() {
        return event().authType() == AuthType.NONE ? addresses.forAnybody(event()) : Optional.empty();
    }

    private EventState state() {
        return event().stateAt(now);
    }

    private String stateName() {
        return state().name().toLowerCase(Locale.ROOT);
    }

    private Event event() {
        if (event == null) {
            throw new IllegalStateException("Shown before it was opened.");
        }
        return event;
    }
}
