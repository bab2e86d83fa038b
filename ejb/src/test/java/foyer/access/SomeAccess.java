package foyer.access;

import static java.util.Objects.requireNonNull;

import foyer.event.Event;
import foyer.event.EventsInMemory;
import foyer.event.SomeBrowsing;
import foyer.mail.LinkSettings;
import foyer.media.playback.SomePlayback;
import foyer.registration.AccessLinks;
import foyer.registration.Registration;
import foyer.registration.RegistrationId;
import foyer.registration.Registrations;
import foyer.registration.RegistrationsInMemory;
import foyer.registration.SomeRegistering;
import foyer.session.SomeSessions;
import foyer.shared.Alongside;
import foyer.shared.Fields;
import foyer.shared.Outgoing;
import foyer.shared.QuickPasswords;
import foyer.shared.SettableClock;
import foyer.traffic.FreshId;
import foyer.traffic.SomeLimits;
import io.github.bucket4j.TimeMeter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** All ways in, on stores in memory, and the letters that came of them. */
final class SomeAccess {
    static final String OPERATOR = "operator";
    static final String NETWORK = "192.0.2.7";
    static final String ADA = "ada@example.com";
    static final String SITE = "https://video.example";

    final RegistrationsInMemory registrations = new RegistrationsInMemory();
    final EventsInMemory events = new EventsInMemory();
    final SettableClock clock = new SettableClock();
    private final AtomicInteger faster = new AtomicInteger();
    final SomeSessions node;
    final QuickPasswords passwords = new QuickPasswords();
    final Joining joining = new Joining();
    final LettingIn lettingIn = new LettingIn();
    final Proving proving = new Proving();
    final Returning returning = new Returning();
    final Withdrawing withdrawing = new Withdrawing();
    final Resending resending = new Resending();
    final ViewerCookie cookie;
    final Event event;

    SomeAccess(Event event) {
        this(event, null);
    }

    /** @param recording what is asked instead of the registrations; null: they themselves */
    SomeAccess(Event event, @Nullable UnaryOperator<Registrations> recording) {
        this.event = event;
        events.add(event);
        node = SomeSessions.on(events, clock);
        var media = new SomePlayback(node);
        Registrations asked = contended(recording == null ? registrations : recording.apply(registrations));
        var browsing = SomeBrowsing.of(events, clock);
        var settings = new AccessSettings(Duration.ofMinutes(10), Duration.ofDays(60));
        var links = new AccessLinks(node.signatures, new LinkSettings(SITE));
        var letters = new ViewerLetters(links);
        var proofs = new Proofs(node.signatures, settings);
        var throttle = new Throttle(SomeLimits.forLogins(clock), SomeLimits.patience(clock));
        var recognition = new Recognition(asked, letters, node.ending, clock);
        var codes = new SendingCodes(asked, proofs, letters, clock);
        var entering = new Entering(node.opening, media.addresses, clock);
        cookie = new ViewerCookie(node.signatures, settings, clock);
        var ownViewer = new OwnViewer(asked, links, node.carrying, node.holding);
        joining.browsing = browsing;
        joining.registering = SomeRegistering.on(asked, clock);
        joining.proofs = proofs;
        joining.letters = letters;
        joining.entering = entering;
        joining.reminding = new Reminding(Duration.ZERO, TimeMeter.SYSTEM_NANOTIME);
        joining.reminding.codes = codes;
        joining.throttle = throttle;
        joining.links = links;
        joining.passwords = passwords;
        joining.clock = clock;
        lettingIn.events = SomeBrowsing.recent(events, clock);
        lettingIn.entering = entering;
        lettingIn.byCode = new ByCode(asked, proofs, recognition, passwords, throttle, clock);
        lettingIn.byLink = new ByLink(asked, links, proofs, recognition, clock);
        lettingIn.byPassword =
                new ByPassword(asked, passwords, new TriedPasswords(passwords, node.signatures), throttle);
        proving.browsing = browsing;
        proving.codes = codes;
        proving.throttle = throttle;
        returning.browsing = browsing;
        returning.registrations = asked;
        returning.carrying = node.carrying;
        returning.ownViewer = ownViewer;
        returning.holding = node.holding;
        returning.resuming = node.resuming;
        returning.addresses = media.addresses;
        returning.vacancies = SomeRegistering.vacanciesOf(asked);
        returning.cookie = cookie;
        returning.settings = settings;
        returning.clock = clock;
        joining.discounts = (someEvent, typed, caller) -> {
            throw new IllegalStateException("Nobody has a voucher here.");
        };
        withdrawing.dues = (ended, by, now) -> Alongside.nothing();
        withdrawing.registrations = asked;
        withdrawing.letters = letters;
        withdrawing.ownViewer = ownViewer;
        withdrawing.ending = node.ending;
        withdrawing.clock = clock;
        resending.registrations = asked;
        resending.ownViewer = ownViewer;
        resending.letters = letters;
        resending.throttle = throttle;
        resending.ending = node.ending;
        resending.clock = clock;
    }

    /** Somebody else writes to a registration just before each of the next changes of one. */
    void othersAreFaster(int times) {
        faster.set(times);
    }

    private Registrations contended(Registrations asked) {
        return listening(asked, (method, arguments) -> {
            if (method.equals("replace")
                    && arguments.get(0) instanceof Registration changing
                    && faster.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                touch(changing.id());
            }
        });
    }

    private void touch(RegistrationId id) {
        var there = registrations.find(id).orElseThrow();
        registrations.replace(there, there.with(there.credentials().withWrongCode(clock.instant()), clock.instant()));
    }

    /** The same registrations, with everything that is asked of them told before. */
    static Registrations listening(Registrations asked, BiConsumer<String, List<Object>> calls) {
        return (Registrations) Proxy.newProxyInstance(
                Registrations.class.getClassLoader(),
                new Class<?>[] {Registrations.class},
                (proxy, method, arguments) -> {
                    calls.accept(method.getName(), arguments == null ? List.of() : List.of(arguments));
                    try {
                        return method.invoke(asked, arguments);
                    } catch (InvocationTargetException failed) {
                        throw failed.getCause();
                    }
                });
    }

    Joined join(String email) {
        return join(email, Map.of());
    }

    Joined join(String email, Map<String, Object> more) {
        var submitted = new HashMap<String, Object>(more);
        submitted.put("eventId", event.id().value());
        submitted.put("email", email);
        return joining.join(Fields.of(submitted), FreshId.ofAFirstCall(), NETWORK);
    }

    /** The same call once more, of which nobody knew whether it did anything. */
    Joined joinAgain(Joined first, String email) {
        var submitted = Map.<String, Object>of("eventId", event.id().value(), "email", email);
        return joining.join(Fields.of(submitted), new FreshId(first.registrationId(), true), NETWORK);
    }

    LetIn login(Map<String, ?> shown) {
        return login(shown, NETWORK);
    }

    LetIn login(Map<String, ?> shown, String network) {
        var fields = new HashMap<String, Object>(shown);
        fields.put("eventId", event.id().value());
        return lettingIn.login(event.id(), Fields.of(fields), FreshId.ofAFirstCall(), network);
    }

    /** A call that may have to be made again. */
    LetIn login(Map<String, ?> shown, FreshId call) {
        var fields = new HashMap<String, Object>(shown);
        fields.put("eventId", event.id().value());
        return lettingIn.login(event.id(), Fields.of(fields), call, NETWORK);
    }

    LetIn byCode(String email, String code) {
        return login(Map.of("email", email, "code", code));
    }

    LetIn byCode(String email, String code, String password) {
        return login(Map.of("email", email, "code", code, "password", password));
    }

    LetIn byWrongCode(String email, String network) {
        return login(Map.of("email", email, "code", "not it"), network);
    }

    LetIn byLink(String token) {
        return login(Map.of("linkToken", token));
    }

    void askForCode(String email) {
        proving.sendCode(Fields.of(Map.of("eventId", event.id().value(), "email", email)), NETWORK);
    }

    /** As a timer does, some seconds after they were refused. */
    void remindWhoWasRefused() {
        joining.reminding.remindWhoIsDue();
    }

    List<Map<String, Object>> letters() {
        return registrations.told().stream().map(Outgoing::facts).toList();
    }

    Map<String, Object> last() {
        var letters = letters();
        return letters.get(letters.size() - 1);
    }

    String kindOfLast() {
        return String.valueOf(last().get("kind"));
    }

    String lastCode() {
        return detailOfLast("code");
    }

    Instant lastUntil() {
        return Instant.parse(detailOfLast("until"));
    }

    String lastToken() {
        var link = detailOfLast("link");
        return link.substring(link.indexOf("?k=") + 3);
    }

    Registration registration(Joined joined) {
        return registrations.find(new RegistrationId(joined.registrationId())).orElseThrow();
    }

    @SuppressWarnings("unchecked") // letters are written by ourselves
    private String detailOfLast(String name) {
        var details = (Map<String, String>) last().get("details");
        return String.valueOf(requireNonNull(details).get(name));
    }
}
