package foyer.media.cost;

import static java.util.Objects.requireNonNull;

import foyer.shared.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Currency;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a deployment pays for live channels, as its operator has read it; nobody here knows a price. In the currency's main unit (2.5 is
 * two and a half dollars): by the hour of one pipeline that runs, by the hour of a channel that waits, and by the gigabyte of 10^9 bytes.
 *
 * @param input takes the encoder's picture in
 * @param rungs each of the ladder's sizes, by its name
 * @param sound of all sizes
 * @param idle a channel that is there and does not run, with all its pipelines
 * @param packaged what is made and taken in for viewers to fetch
 * @param delivered what viewers are sent
 */
public record LivePrices(
        Currency currency,
        BigDecimal input,
        Map<String, BigDecimal> rungs,
        BigDecimal sound,
        BigDecimal idle,
        BigDecimal packaged,
        BigDecimal delivered) {
    private static final BigDecimal SECONDS_PER_HOUR = BigDecimal.valueOf(3_600);
    private static final BigDecimal KILOBITS_PER_MEGABYTE = BigDecimal.valueOf(8_000);
    private static final int MEGABYTES_PER_GIGABYTE = 3;
    private static final int DECIMALS = 12;
    private static final int NANOS = 9;
    // More than there is of anything, and exact in every JSON reader (RFC 8259, 6).
    private static final BigDecimal MOST = BigDecimal.valueOf(1_000_000_000_000_000L);

    public LivePrices {
        rungs = Map.copyOf(rungs);
    }

    /** In parts, of which those are left out that there is nothing of. */
    LiveCost cost(BilledChannel channel, LiveUse use) {
        var made = megabytes(channel.kilobitsMade() * channel.pipelines(), use.running());
        var watched = megabytes(channel.kilobitsWatched(), use.watched());
        var parts = Stream.of(
                byTheHour(CostKind.RUNNING, use.running(), runningHour(channel)),
                byTheHour(CostKind.IDLE, use.idle(), idle),
                byTheGigabyte(CostKind.PACKAGED, made, packaged),
                byTheGigabyte(CostKind.DELIVERED, watched, delivered));
        return LiveCost.of(currency, parts.filter(part -> part.quantity() > 0).toList());
    }

    /** What an hour of a channel costs that runs. */
    private BigDecimal runningHour(BilledChannel channel) {
        return channel.rungs().stream()
                .map(rung -> requireNonNull(rungs.get(rung.name()), rung.name()))
                .reduce(input.add(sound), BigDecimal::add)
                .multiply(BigDecimal.valueOf(channel.pipelines()));
    }

    private CostPart byTheHour(CostKind kind, Duration time, BigDecimal price) {
        var seconds = seconds(time);
        var sum = price.multiply(seconds).divide(SECONDS_PER_HOUR, DECIMALS, RoundingMode.CEILING);
        return new CostPart(kind, whole(seconds), money(sum));
    }

    private CostPart byTheGigabyte(CostKind kind, BigDecimal megabytes, BigDecimal price) {
        return new CostPart(
                kind, whole(megabytes), money(price.multiply(megabytes).movePointLeft(MEGABYTES_PER_GIGABYTE)));
    }

    private static BigDecimal megabytes(long kilobitsASecond, Duration time) {
        return seconds(time)
                .multiply(BigDecimal.valueOf(kilobitsASecond))
                .divide(KILOBITS_PER_MEGABYTE, DECIMALS, RoundingMode.CEILING);
    }

    private static BigDecimal seconds(Duration time) {
        return BigDecimal.valueOf(time.getSeconds()).add(BigDecimal.valueOf(time.getNano(), NANOS));
    }

    /** Rounded up to a whole minor unit. */
    Money money(BigDecimal sum) {
        return new Money(whole(sum.movePointRight(Math.max(0, currency.getDefaultFractionDigits()))), currency);
    }

    private static long whole(BigDecimal number) {
        return number.min(MOST).setScale(0, RoundingMode.CEILING).longValueExact();
    }
}
