package foyer.media.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import foyer.shared.Unavailable;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class KeyValueEdgeIT {
    private final AwsHouse house = new AwsHouse();

    @AfterEach
    void moveOut() {
        house.close();
    }

    @Test
    void whatWasTakenBackIsAKeyAndIsGoneOnceItIsOver() {
        house.edge.tell(List.of("revoked.session.one", "revoked.event.two"), List.of());
        assertThat(house.keyValues.keys).containsOnlyKeys("revoked.session.one", "revoked.event.two");

        house.edge.tell(List.of("revoked.session.three"), List.of("revoked.session.one"));
        assertThat(house.keyValues.keys).containsOnlyKeys("revoked.session.three", "revoked.event.two");
    }

    @Test
    void tellingTheSameTwiceIsTheSameAsTellingItOnce() {
        house.edge.tell(List.of("revoked.session.one"), List.of("revoked.session.none"));
        house.edge.tell(List.of("revoked.session.one"), List.of("revoked.session.none"));

        assertThat(house.keyValues.keys).containsOnlyKeys("revoked.session.one");
    }

    @Test
    void keysOfTheFunctionsAreLeftAlone() {
        house.keyValues.keys.put("key.first", "c2VjcmV0");

        house.edge.tell(List.of("revoked.session.one"), List.of());

        assertThat(house.keyValues.keys).containsEntry("key.first", "c2VjcmV0");
    }

    @Test
    void whoMeetsAnothersChangeIsToldToComeBack() {
        house.cloud.before("kvs:UpdateKeys", house.keyValues::changeBehindTheBack);

        assertThatThrownBy(() -> house.edge.tell(List.of("revoked.session.one"), List.of()))
                .isInstanceOf(Unavailable.class);
        house.edge.tell(List.of("revoked.session.one"), List.of());
        assertThat(house.keyValues.keys).containsOnlyKeys("revoked.session.one");
    }

    @Test
    void anAnswerThatWasLostIsAskedForAgain() {
        house.cloud.lose("kvs:UpdateKeys", 1);

        assertThatThrownBy(() -> house.edge.tell(List.of("revoked.session.one"), List.of()))
                .isInstanceOf(Unavailable.class);
        house.edge.tell(List.of("revoked.session.one"), List.of());
        assertThat(house.keyValues.keys).containsOnlyKeys("revoked.session.one");
    }

    @Test
    void throttledItIsTriedAgain() {
        house.cloud.throttle("kvs:DescribeKeyValueStore", 1);
        house.cloud.throttle("kvs:UpdateKeys", 1);

        house.edge.tell(List.of("revoked.session.one"), List.of());

        assertThat(house.keyValues.keys).containsOnlyKeys("revoked.session.one");
    }
}
