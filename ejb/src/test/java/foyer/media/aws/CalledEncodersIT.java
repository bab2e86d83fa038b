package foyer.media.aws;

import static org.assertj.core.api.Assertions.assertThat;

import foyer.media.LiveOrigin;
import foyer.media.SomeBroadcasts;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Channels that call their encoder. */
class CalledEncodersIT {
    private final LiveHouse house = new LiveHouse();
    private final LiveOrigin origin = house.origin;

    @AfterEach
    void moveOut() {
        house.close();
    }

    @Test
    void whoIsCalledIsCalledByEachPipelineAndEncrypted() {
        var call = SomeBroadcasts.aCall(2);
        var both = house.origin(LiveHouse.settings(LiveHouse.GROUP, 2), 1);
        assertThat(both.callers()).hasValue(2);

        house.aLifeOf(SomeBroadcasts.aCalledOne(call)).prepare(both);

        assertThat(house.mediaLive.inputOrders()).singleElement().satisfies(order -> {
            assertThat(order).containsEntry("Type", "SRT_CALLER").doesNotContainKey("InputSecurityGroups");
            var sources =
                    ServiceModel.list(ServiceModel.map(order.get("SrtSettings")).get("srtCallerSources"));
            assertThat(sources)
                    .hasSize(2)
                    .first()
                    .isEqualTo(Map.of(
                            "srtListenerAddress", call.listeners().get(0).address(),
                            "srtListenerPort",
                                    Integer.toString(call.listeners().get(0).port()),
                            "streamId", "stage/0",
                            "minimumLatency", 500L,
                            "decryption",
                                    Map.of(
                                            "algorithm",
                                            "AES256",
                                            "passphraseSecretArn",
                                            Objects.requireNonNull(call.passphrase())
                                                    .secretArn())));
        });
        assertThat(house.mediaLive.securityGroups()).isEmpty();
        both.close();
    }

    @Test
    void aCallThatFitsNotAllPipelinesIsSaidInWords() {
        var life = house.aLifeOf(SomeBroadcasts.aCalledOne(SomeBroadcasts.aCall(2)));

        life.until(
                origin,
                Duration.ofSeconds(20),
                () -> life.complaints.stream()
                        .anyMatch(words -> words.startsWith("MediaLive does not make this channel")));
    }
}
