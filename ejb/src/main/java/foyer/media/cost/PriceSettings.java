package foyer.media.cost;

import foyer.media.rendition.Rendition;
import foyer.shared.EmailAddress;
import foyer.shared.FeatureSettings;
import foyer.shared.Fields;
import foyer.shared.Settings;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The prices of live channels, {@code foyer.live.price.…}. There are none by default, for they differ by region and contract and change;
 * where there is one all have to be there, so that nothing is taken to be free that is only forgotten.
 *
 * @param prices {@code .currency} by ISO 4217; {@code .input-hour}, {@code .rung-hours} ({@code 1080p 1.5, 720p 0.9, …}),
 *     {@code .sound-hour}, {@code .idle-hour}, {@code .packaged-gigabyte}, {@code .delivered-gigabyte}; null: none are set
 * @param cap {@code foyer.live.cap}: what one event's channel may cost, in the same currency's main unit, and {@code foyer.live.on-cap}:
 *     warn or stepDown; null: there is none
 * @param alertsTo {@code foyer.live.alerts-to}: whom to write to when a channel reaches its cap; null: log and metric alone
 */
public record PriceSettings(
        @Nullable LivePrices prices,
        @Nullable CostCap cap,
        @Nullable EmailAddress alertsTo) implements FeatureSettings {
    private static final String CURRENCY = "foyer.live.price.currency";
    private static final String INPUT = "foyer.live.price.input-hour";
    private static final String RUNGS = "foyer.live.price.rung-hours";
    private static final String SOUND = "foyer.live.price.sound-hour";
    private static final String IDLE = "foyer.live.price.idle-hour";
    private static final String PACKAGED = "foyer.live.price.packaged-gigabyte";
    private static final String DELIVERED = "foyer.live.price.delivered-gigabyte";
    private static final String CAP = "foyer.live.cap";
    private static final String ON_CAP = "foyer.live.on-cap";
    private static final String ALERTS = "foyer.live.alerts-to";
    private static final List<String> ALL = List.of(CURRENCY, INPUT, RUNGS, SOUND, IDLE, PACKAGED, DELIVERED);
    private static final Pattern A_PRICE = Pattern.compile("[0-9]{1,6}(?:\\.[0-9]{1,9})?");
    private static final Pattern A_RUNG = Pattern.compile("(\\S+)\\s+(" + A_PRICE.pattern() + ")");
    private static final String MISSING = "is missing; prices are set all or none, and 0 says that nothing is paid.";

    static PriceSettings read(Settings settings) {
        var set = ALL.stream().anyMatch(name -> settings.text(name).isPresent());
        var prices = set ? prices(settings) : null;
        var cap = cap(settings, prices);
        var alerts = alerts(settings);
        settings.refuseWrongOnes();
        return new PriceSettings(prices, cap, alerts.orElse(null));
    }

    public Optional<CostCap> capped() {
        return Optional.ofNullable(cap);
    }

    public Optional<EmailAddress> alerts() {
        return Optional.ofNullable(alertsTo);
    }

    /** {@link LiveCost#NO_PRICES} where nobody has set any. */
    public LiveCost cost(BilledChannel channel, LiveUse use) {
        return known().map(known -> known.cost(channel, use)).orElse(LiveCost.NO_PRICES);
    }

    /** Empty: there is no cap, or nothing is billed. */
    public Optional<CapStanding> standing(LiveCost expected) {
        return capped().flatMap(cap -> expected.sum().map(sum -> new CapStanding(cap, sum)));
    }

    Optional<LivePrices> known() {
        return Optional.ofNullable(prices);
    }

    // All are read before any is missed, so that whatever is wrong is told at once.
    private static @Nullable LivePrices prices(Settings settings) {
        var currency = currency(settings);
        var input = price(settings, INPUT);
        var rungs = rungs(settings);
        var sound = price(settings, SOUND);
        var idle = price(settings, IDLE);
        var packaged = price(settings, PACKAGED);
        var delivered = price(settings, DELIVERED);
        return currency.map(unit -> new LivePrices(unit, input, rungs, sound, idle, packaged, delivered))
                .orElse(null);
    }

    private static @Nullable CostCap cap(Settings settings, @Nullable LivePrices prices) {
        var onCap = onCap(settings);
        if (settings.text(CAP).isEmpty()) {
            if (settings.text(ON_CAP).isPresent()) {
                settings.wrong(ON_CAP, "needs foyer.live.cap: without it there is nothing to keep to.");
            }
            return null;
        }
        if (prices == null) {
            settings.wrong(CAP, "needs prices (foyer.live.price.…): without them nobody knows what anything costs.");
            return null;
        }
        return new CostCap(prices.money(price(settings, CAP)), onCap);
    }

    private static Optional<EmailAddress> alerts(Settings settings) {
        var text = settings.text(ALERTS);
        var address = text.flatMap(EmailAddress::read);
        if (text.isPresent() && address.isEmpty()) {
            settings.wrong(ALERTS, "is not an e-mail address.");
        }
        return address;
    }

    private static OnCap onCap(Settings settings) {
        var named = settings.text(ON_CAP, Fields.wireName(OnCap.WARN));
        for (var choice : OnCap.values()) {
            if (Fields.wireName(choice).equals(named)) {
                return choice;
            }
        }
        settings.wrong(ON_CAP, "is not warn or stepDown.");
        return OnCap.WARN;
    }

    private static Optional<Currency> currency(Settings settings) {
        var code = required(settings, CURRENCY);
        try {
            return code.map(Currency::getInstance);
        } catch (IllegalArgumentException unknown) {
            settings.wrong(CURRENCY, "is no currency by ISO 4217, such as USD.");
            return Optional.empty();
        }
    }

    private static BigDecimal price(Settings settings, String name) {
        var text = required(settings, name);
        if (text.filter(price -> !A_PRICE.matcher(price).matches()).isPresent()) {
            settings.wrong(name, "is no price, such as 0.0125.");
            return BigDecimal.ZERO;
        }
        return text.map(BigDecimal::new).orElse(BigDecimal.ZERO);
    }

    private static Map<String, BigDecimal> rungs(Settings settings) {
        var rungs = new HashMap<String, BigDecimal>();
        if (required(settings, RUNGS).isEmpty()) {
            return rungs;
        }
        for (var text : settings.list(RUNGS)) {
            var rung = A_RUNG.matcher(text);
            if (!rung.matches()) {
                settings.wrong(RUNGS, "is no list of sizes with their prices, such as 1080p 1.5, 720p 0.9.");
            } else if (rungs.put(rung.group(1), new BigDecimal(rung.group(2))) != null) {
                settings.wrong(RUNGS, "names a size twice.");
            }
        }
        if (!rungs.keySet().equals(Rendition.names())) {
            settings.wrong(RUNGS, "does not name each of " + String.join(", ", Rendition.names()) + " once.");
        }
        return rungs;
    }

    private static Optional<String> required(Settings settings, String name) {
        var text = settings.text(name);
        if (text.isEmpty()) {
            settings.wrong(name, MISSING);
        }
        return text;
    }
}
