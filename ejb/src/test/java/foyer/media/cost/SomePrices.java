package foyer.media.cost;

import foyer.media.rendition.Rendition;
import foyer.shared.EmailAddress;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Prices to speak of in tests; nobody's list has them. */
public final class SomePrices {
    public static final Currency DOLLARS = Currency.getInstance("USD");
    public static final Rendition LARGE = new Rendition("1080p", 1920, 1080, 5_000);
    public static final Rendition SMALL = new Rendition("240p", 426, 240, 400);
    public static final BilledChannel CHANNEL = new BilledChannel(List.of(LARGE, SMALL), 1);

    public static final EmailAddress ORGANIZER = new EmailAddress("organizer@example.org");

    private SomePrices() {}

    /** An hour of the usual channel that runs costs 3.00 dollars, of one that waits 0.10; a gigabyte made 0.05, and sent 0.08. */
    public static LivePrices prices() {
        return prices(DOLLARS);
    }

    static LivePrices prices(Currency currency) {
        return new LivePrices(
                currency,
                new BigDecimal("0.5"),
                Map.of("1080p", new BigDecimal("2"), "240p", new BigDecimal("0.4")),
                new BigDecimal("0.1"),
                new BigDecimal("0.1"),
                new BigDecimal("0.05"),
                new BigDecimal("0.08"));
    }

    /** As they are set. */
    static Map<String, String> settings() {
        var settings = new HashMap<String, String>();
        settings.put("foyer.live.price.currency", "USD");
        settings.put("foyer.live.price.input-hour", "0.5");
        settings.put("foyer.live.price.rung-hours", "1080p 2, 720p 1.2,540p 0.9, 360p 0.6, 240p 0.4");
        settings.put("foyer.live.price.sound-hour", "0.1");
        settings.put("foyer.live.price.idle-hour", "0.1");
        settings.put("foyer.live.price.packaged-gigabyte", "0.05");
        settings.put("foyer.live.price.delivered-gigabyte", "0.08");
        return settings;
    }
}
