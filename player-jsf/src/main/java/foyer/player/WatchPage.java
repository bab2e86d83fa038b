package foyer.player;

import foyer.event.AuthType;
import foyer.event.Browsing;
import foyer.event.Event;
import foyer.event.EventId;
import foyer.event.EventState;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Backs {@code watch.xhtml}: shows a viewer an event, and the next step towards its picture. */
@Named
@RequestScoped
public class WatchPage {
    @Inject
    Browsing browsing;

    @Inject
    Clock clock;

    @Inject
    Visit visit;

    private @Nullable Event event;
    private Place place = Place.WATCH;
    private boolean autoplay;
    private Instant now = Instant.EPOCH;

    /**
     * Fails with {@link foyer.shared.NotFound} where the public may know of no such event.
     *
     * @param autoplay whether to begin without being asked to
     */
    public void open(String id, Place place, boolean autoplay) {
        this.event = browsing.publicEvent(EventId.of(id));
        this.place = place;
        this.autoplay = autoplay;
        this.now = clock.instant();
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
        return Step.of(state(), event().authType(), manifest().isPresent());
    }

    public boolean live() {
        return state() == EventState.LIVE;
    }

    /** What is said instead of the picture; empty where nothing has to be said. */
    public String words() {
        return visit.text("state." + step().key());
    }

    public StartTime startsAt() {
        return new StartTime(event().startsAt(), visit.language());
    }

    public Remaining remaining() {
        return Remaining.between(now, event().startsAt().toInstant());
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
        return new PageData()
                .language(visit.language())
                .event(event().id().value(), stateName(), event().startsAt().toInstant(), manifest())
                .opened(now, autoplay)
                .engine(visit.asset("hls.js-1.7.4/hls.min.js"))
                .json();
    }

    List<String> framers() {
        return event().allowedOrigins();
    }

    private Optional<String> manifest() {
        return event().authType() == AuthType.NONE ? event().manifestUrl() : Optional.empty();
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
