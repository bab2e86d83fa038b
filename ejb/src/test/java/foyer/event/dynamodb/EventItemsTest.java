package foyer.event.dynamodb;

import static foyer.event.SomeEvents.aDraft;
import static foyer.event.SomeEvents.aHouse;
import static org.assertj.core.api.Assertions.assertThat;

import foyer.event.Event;
import foyer.event.SoundEvents;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class EventItemsTest {
    private final EventItems items = new EventItems(aHouse());

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void everyEventComesBackAsItWas(@ForAll("events") Event event) {
        assertThat(items.event(items.item(event, "a write"))).isEqualTo(event);
    }

    @Test
    void theShortFormOfTheManifestIsNotKeptTwice() {
        assertThat(items.item(aDraft(), "a write"))
                .doesNotContainKey("videoUrl")
                .containsKey("videoConfig");
    }

    @Provide
    Arbitrary<Event> events() {
        return SoundEvents.any();
    }
}
