package foyer.media.delivery;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import foyer.event.Event;
import foyer.event.EventsInMemory;
import foyer.event.SomeEvents;
import foyer.media.playback.PlaybackRefusal;
import foyer.media.playback.PlaybackRefused;
import foyer.media.playback.SomePlayback;
import foyer.session.OpenedSession;
import foyer.session.PlaybackTerm;
import foyer.session.SomeSessions;
import foyer.shared.Crowd;
import foyer.shared.Ids;
import foyer.shared.NotFound;
import foyer.shared.SettableClock;
import foyer.shared.Unavailable;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DeliveringTest {
    private final SomeSessions node = SomeSessions.on(new EventsInMemory(), new SettableClock(SomeEvents.DURING));
    private final SomeMedia media = new SomeMedia(node);
    private final String somebody = Ids.fresh();
    private final Event event = anEvent();

    @BeforeEach
    void thereIsAPicture() {
        node.events.add(event);
        media.put("/" + event.id().value() + "/master.m3u8");
    }

    @Test
    void whoMayWatchIsGivenTheFile() {
        assertThat(media.delivering.deliver(addressOf(opened())).name()).isEqualTo("master.m3u8");
    }

    @Test
    void anybodyIsGivenItWhereNothingIsAsked() {
        var address = SomePlayback.below(media.addresses.forAnybody(event).orElseThrow());

        assertThat(media.delivering.deliver(address).name()).isEqualTo("master.m3u8");
    }

    @Test
    void aFileThatIsNotThereIsNot() {
        var address = addressOf(opened()).replace("master.m3u8", "another.m3u8");

        assertThatThrownBy(() -> media.delivering.deliver(address)).isInstanceOf(NotFound.class);
    }

    @Test
    void anAddressThatIsOverGivesNothing() {
        var address = addressOf(opened());
        node.clock.pass(Duration.ofMinutes(6));

        refused(address, PlaybackRefusal.EXPIRED);
    }

    @Test
    void beforeItsEventBeginsNobodyFetchesAnything() {
        var soon = new SettableClock(SomeEvents.START.minus(Duration.ofMinutes(2)));
        var early = new SomeMedia(SomeSessions.on(node.events, soon));
        early.put("/" + event.id().value() + "/master.m3u8");
        var address = SomePlayback.below(early.addresses.forAnybody(event).orElseThrow());

        refused(early, address, PlaybackRefusal.NOT_YET);
        soon.pass(Duration.ofSeconds(119));
        refused(early, address, PlaybackRefusal.NOT_YET);
        soon.pass(Duration.ofSeconds(1));

        // Who counted down needs no other one.
        assertThat(early.delivering.deliver(address)).isNotNull();
    }

    @Test
    void whatIsMovedToAnotherDayIsNotToBeSeenByRightsOfBefore() {
        var address = addressOf(opened());
        var longer = SomeEvents.replanned(event, "endsAt", "2030-05-02T22:00:00");
        node.events.replace(event, SomeEvents.replanned(longer, "startsAt", "2030-05-02T20:00:00"));
        node.clock.pass(Duration.ofSeconds(3));

        refused(address, PlaybackRefusal.NOT_YET);
    }

    @Test
    void aRightThatWasTakenBackOnAnotherNodeIsOverWithinAMinute() {
        var address = addressOf(opened());
        media.delivering.deliver(address);

        node.onAnotherNode().ending.revoke(somebody, 2);
        node.clock.pass(Duration.ofSeconds(16));

        refused(address, PlaybackRefusal.REVOKED);
    }

    @Test
    void aNewerScreenTakesTheOlderOnesPicture() {
        var address = addressOf(opened());
        node.clock.pass(Duration.ofSeconds(1));
        var newer = addressOf(opened());
        node.clock.pass(Duration.ofSeconds(16));

        refused(address, PlaybackRefusal.REVOKED);
        assertThat(media.delivering.deliver(newer)).isNotNull();
    }

    @Test
    void aClosedScreensAddressIsOver() {
        var opened = opened();
        node.ending.close(opened.session().id().value(), opened.token());

        refused(addressOf(opened), PlaybackRefusal.REVOKED);
    }

    @Test
    void aCancelledEventsPictureIsOver() {
        var address = addressOf(opened());
        node.events.replace(event, SomeEvents.cancelled(event));
        node.clock.pass(Duration.ofSeconds(3));

        refused(address, PlaybackRefusal.REVOKED);
    }

    @Test
    void theStoreIsAskedOnceForManySegments() throws Exception {
        var address = addressOf(opened());
        var before = node.sessions.calls();

        assertThat(Crowd.of(200, which -> media.delivering.deliver(address) != null))
                .isEqualTo(200);

        // Once for the row and once for the screens.
        assertThat(node.sessions.calls()).isEqualTo(before + 2);
    }

    @Test
    void whoWatchesGoesOnWatchingWhileTheStoreIsSilentAndWhoIsNewWaits() {
        var known = addressOf(opened());
        media.delivering.deliver(known);
        var unknown = SomePlayback.below(media.addresses
                .of(
                        event,
                        node.opening.forRegistration(event, Ids.fresh(), 1, 1).session(),
                        PlaybackTerm.RENEWED)
                .orElseThrow()
                .url());
        node.sessions.fallSilent(true);
        node.clock.pass(Duration.ofSeconds(20));

        assertThat(media.delivering.deliver(known)).isNotNull();
        assertThatThrownBy(() -> media.delivering.deliver(unknown)).isInstanceOf(Unavailable.class);
    }

    @Test
    void everybodySeesThePosterOfAnEventThatIsOut() {
        var draft = SomeEvents.aDraft();
        node.events.add(draft);
        media.put("/" + event.id().value() + "/recording/poster.jpg");
        media.put("/" + draft.id().value() + "/recording/poster.jpg");

        assertThat(media.delivering
                        .poster("/" + event.id().value() + "/recording/poster.jpg")
                        .name())
                .isEqualTo("poster.jpg");
        for (var other : new String[] {
            "/" + draft.id().value() + "/recording/poster.jpg",
            "/" + event.id().value() + "/another/poster.jpg",
            "/" + event.id().value() + "/master.m3u8",
            "/" + event.id().value() + "/../poster.jpg"
        }) {
            assertThatThrownBy(() -> media.delivering.poster(other)).isInstanceOf(NotFound.class);
        }
    }

    @Test
    void aHeartbeatRenewsTheAddress() {
        var opened = opened();
        var address = addressOf(opened);
        node.clock.pass(Duration.ofMinutes(6));
        refused(address, PlaybackRefusal.EXPIRED);

        var beat = node.beat(opened, Map.of("state", "playing", "playbackToken", address.split("/", -1)[1]));

        assertThat(media.delivering.deliver(
                        SomePlayback.below(requireNonNull(beat.playback()).url())))
                .isNotNull();
    }

    private void refused(String address, PlaybackRefusal why) {
        refused(media, address, why);
    }

    private static void refused(SomeMedia media, String address, PlaybackRefusal why) {
        assertThatThrownBy(() -> media.delivering.deliver(address))
                .isInstanceOfSatisfying(
                        PlaybackRefused.class,
                        refused -> assertThat(refused.why()).isEqualTo(why));
    }

    private OpenedSession opened() {
        return node.opening.forRegistration(event, somebody, 1, 1);
    }

    private String addressOf(OpenedSession opened) {
        return SomePlayback.below(media.addresses
                .of(event, opened.session(), PlaybackTerm.RENEWED)
                .orElseThrow()
                .url());
    }

    private static Event anEvent() {
        var event = SomeEvents.aPublishedEvent();
        return SomeEvents.replanned(
                event, "videoUrl", SomePlayback.ADDRESS + "/" + event.id().value() + "/master.m3u8");
    }
}
