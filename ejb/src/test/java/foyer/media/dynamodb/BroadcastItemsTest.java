package foyer.media.dynamodb;

import static foyer.media.SomeBroadcasts.aBroadcast;
import static foyer.media.SomeBroadcasts.aCall;
import static foyer.media.SomeBroadcasts.aCalledOne;
import static foyer.media.SomeBroadcasts.aCaptionedOne;
import static foyer.media.SomeBroadcasts.aClosedOne;
import static foyer.media.SomeBroadcasts.aFailedOne;
import static org.assertj.core.api.Assertions.assertThat;

import foyer.media.cost.CapLevel;
import foyer.media.cost.Meter;
import foyer.media.cost.Spending;
import foyer.media.ingest.SrtCall;
import foyer.media.ingest.SrtCipher;
import foyer.media.ingest.SrtListener;
import foyer.media.ingest.SrtPassphrase;
import foyer.shared.Seal;
import foyer.shared.Secret;
import foyer.shared.Signatures;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import org.junit.jupiter.api.Test;

class BroadcastItemsTest {
    private final BroadcastItems items = new BroadcastItems(new Seal(new Signatures(new Secret(new byte[32]))));

    @Test
    void anItemIsTheBroadcastThatItWasMadeOf() {
        for (var broadcast : List.of(aBroadcast(), aCalledOne(aCall(2)), aCaptionedOne(), aFailedOne(), aClosedOne())) {
            assertThat(items.broadcast(items.item(broadcast, "a write"))).isEqualTo(broadcast);
        }
    }

    @Test
    void aCallThatWasTakenBeforeIsReadWhateverIsTakenNow() {
        var call = new SrtCall(
                List.of(new SrtListener("10.0.0.1", 0, "")), 20, new SrtPassphrase(SrtCipher.AES128, "arn:elsewhere"));
        var broadcast = aCalledOne(call);

        assertThat(items.broadcast(items.item(broadcast, "a write"))).isEqualTo(broadcast);
    }

    @Test
    void underAnotherSecretItIsForgottenWhoWasCalled() {
        var secret = new byte[32];
        secret[0] = 1;
        var others = new BroadcastItems(new Seal(new Signatures(new Secret(secret))));
        var broadcast = aCalledOne(aCall(1));

        var read = others.broadcast(items.item(broadcast, "a write"));

        assertThat(read.ref()).isEqualTo(broadcast.ref());
        assertThat(read.call()).isEqualTo(SrtCall.forgotten());
    }

    @Test
    void oneFromBeforeThereWereMetersCountsFromItsLastChange() {
        var broadcast = aFailedOne();
        var item = new HashMap<>(items.item(broadcast, "a write"));
        List.of("ranFor", "waitedFor", "meterReadAt", "costTold", "rungsLeftOut")
                .forEach(item::remove);

        var read = items.broadcast(item);

        assertThat(read.meter()).isEqualTo(new Meter(Duration.ZERO, Duration.ZERO, broadcast.updatedAt()));
        assertThat(read.spending()).isEqualTo(new Spending(CapLevel.BELOW, 0));
    }
}
