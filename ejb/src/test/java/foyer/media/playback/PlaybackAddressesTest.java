package foyer.media.playback;

import static foyer.event.SomeEvents.aPublishedEventOf;
import static foyer.event.SomeEvents.aSubmissionWith;
import static foyer.media.playback.SomePlayback.ADDRESS;
import static foyer.media.playback.SomePlayback.tokenOf;
import static org.assertj.core.api.Assertions.assertThat;

import foyer.event.Event;
import foyer.event.EventsInMemory;
import foyer.event.SomeEvents;
import foyer.session.OpenedSession;
import foyer.session.Playback;
import foyer.session.PlaybackTerm;
import foyer.session.Session;
import foyer.session.SomeSessions;
import foyer.shared.Ids;
import foyer.shared.SettableClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class PlaybackAddressesTest {
    private static final String RECORDING = "/recording/master.m3u8";

    private final SomeSessions node = SomeSessions.on(new EventsInMemory(), new SettableClock(SomeEvents.DURING));
    private final SomePlayback media = new SomePlayback(node);
    private final Event event = withItsOwnFolder();
    private final Session session = registered().session();

    @Test
    void whatWeDeliverCarriesTheRightToIt() {
        var playback = media.addresses.of(event, session, PlaybackTerm.RENEWED).orElseThrow();

        assertThat(playback.url())
                .startsWith(ADDRESS + "/t/")
                .endsWith("/" + event.id().value() + RECORDING);
        assertThat(media.tokens.read(tokenOf(playback.url())))
                .satisfies(right -> assertThat(right.holder()).contains(session.id()))
                .satisfies(right ->
                        assertThat(right.path()).isEqualTo("/" + event.id().value() + "/"))
                .satisfies(right -> assertThat(right.until()).isEqualTo(playback.expiresAt()));
        assertThat(playback.expiresAt())
                .isAfterOrEqualTo(node.clock.instant().plus(Duration.ofMinutes(5)))
                .isBefore(node.clock.instant().plus(Duration.ofMinutes(6)));
    }

    @Test
    void anAddressIsGoodForAnEdgeWhoseClockIsAMinuteBehind() {
        var right = media.tokens.read(tokenOf(media.addresses
                .of(event, session, PlaybackTerm.RENEWED)
                .orElseThrow()
                .url()));

        assertThat(right.tooEarlyAt(node.clock.instant().minus(Duration.ofMinutes(1))))
                .isFalse();
    }

    @Test
    void noAddressOutlivesItsSession() {
        node.clock.pass(Duration.ofHours(12).minusMinutes(2));

        assertThat(media.addresses
                        .of(event, session, PlaybackTerm.RENEWED)
                        .orElseThrow()
                        .expiresAt())
                .isEqualTo(session.expiresAt());
    }

    @Test
    void aPictureFromElsewhereIsToldAsItIs() {
        var elsewhere = playing("https://vod.example/film/master.m3u8");

        assertThat(media.addresses.of(elsewhere, session, PlaybackTerm.RENEWED))
                .contains(new Playback("https://vod.example/film/master.m3u8", session.expiresAt()));
        assertThat(media.addresses.forAnybody(elsewhere)).contains("https://vod.example/film/master.m3u8");
    }

    @Test
    void anEventWithoutAPictureHasNoAddress() {
        assertThat(media.addresses.of(SomeEvents.aPublishedEvent(), session, PlaybackTerm.RENEWED))
                .isEmpty();
    }

    @Test
    void oneChannelsAddressIsGoodForWhatLiesBesideItsManifestOnly() {
        var channel = playing(ADDRESS + "/out/v1/foyer/channel-1/hls/index.m3u8?start=0");
        var right = media.tokens.read(tokenOf(media.addresses
                .of(channel, session, PlaybackTerm.RENEWED)
                .orElseThrow()
                .url()));

        assertThat(right.path()).isEqualTo("/out/v1/foyer/channel-1/hls/");
    }

    @Test
    void whatLiesAtTheRootGivesNobodyARightToAllThereIs() {
        var root = playing(ADDRESS + "/master.m3u8?start=/a/");

        assertThat(media.addresses.of(root, session, PlaybackTerm.RENEWED))
                .contains(new Playback(ADDRESS + "/master.m3u8?start=/a/", session.expiresAt()));
        assertThat(media.addresses.forAnybody(root)).contains(ADDRESS + "/master.m3u8?start=/a/");
    }

    @Test
    void aLastingAddressIsGoodUntilAnHourAfterTheEnd() {
        var playback = media.addresses.of(event, session, PlaybackTerm.LASTING).orElseThrow();

        assertThat(playback.expiresAt()).isEqualTo(SomeEvents.END.plus(Duration.ofHours(1)));
    }

    @Test
    void aRecordingsLastingAddressIsGoodAsLongAsTheSession() {
        node.clock.pass(Duration.ofHours(24));
        var later = registered().session();

        var playback = media.addresses.of(event, later, PlaybackTerm.LASTING).orElseThrow();

        assertThat(playback.expiresAt()).isEqualTo(later.expiresAt());
    }

    /** Where the edge lets in by the address alone. */
    @Test
    void whatLastsEndsThoughItsEventIsMovedAnHourAfterTheEndItHadAndWithItsSession() {
        var before = media.addresses.of(event, session, PlaybackTerm.LASTING).orElseThrow();
        var longer = SomeEvents.replanned(event, "endsAt", "2030-05-02T22:00:00");
        var moved = SomeEvents.replanned(longer, "startsAt", "2030-05-02T20:00:00");

        assertThat(media.tokens.read(tokenOf(before.url())).until())
                .isBeforeOrEqualTo(SomeEvents.END.plus(Duration.ofHours(1)))
                .isBeforeOrEqualTo(session.expiresAt());
        assertThat(media.addresses.renewed(moved, session, tokenOf(before.url())))
                .isEmpty();
    }

    @Test
    void allWhoShowNothingAreToldTheSameForAWhile() {
        var first = media.addresses.forAnybody(event);
        node.clock.pass(Duration.ofSeconds(29));

        assertThat(media.addresses.forAnybody(event)).isEqualTo(first);
        node.clock.pass(Duration.ofSeconds(1));
        assertThat(media.addresses.forAnybody(event)).isNotEqualTo(first);
    }

    @Test
    void anAddressIsRenewedForWhoHadItEvenLate() {
        var before = media.addresses.of(event, session, PlaybackTerm.RENEWED).orElseThrow();
        node.clock.pass(Duration.ofHours(1));

        var after =
                media.addresses.renewed(event, session, tokenOf(before.url())).orElseThrow();

        assertThat(after.expiresAt()).isEqualTo(before.expiresAt().plus(Duration.ofHours(1)));
    }

    @Test
    void noRightBeginsBeforeItsEvent() {
        var early = before(Duration.ofMinutes(2));

        var right = early.tokens.read(tokenOf(early.addresses.forAnybody(event).orElseThrow()));

        assertThat(right.notBefore()).isEqualTo(SomeEvents.START);
        assertThat(right.until()).isBetween(SomeEvents.START.plusSeconds(150), SomeEvents.START.plusSeconds(240));
    }

    /** The event could be moved meanwhile, and the key that signs be replaced. */
    @Test
    void whoComesLongBeforeIsToldNoRight() {
        for (var ahead : new Duration[] {Duration.ofMinutes(3).plusSeconds(1), Duration.ofDays(9)}) {
            assertThat(before(ahead).addresses.forAnybody(event))
                    .as(ahead.toString())
                    .isEmpty();
        }
        var elsewhere = playing("https://vod.example/film/master.m3u8");
        assertThat(before(Duration.ofDays(9)).addresses.forAnybody(elsewhere))
                .contains("https://vod.example/film/master.m3u8");
    }

    @Test
    void anEventThatIsMovedToAnotherDayRenewsNoRight() {
        var before = media.addresses.of(event, session, PlaybackTerm.RENEWED).orElseThrow();
        var longer = SomeEvents.replanned(event, "endsAt", "2030-05-02T22:00:00");
        var moved = SomeEvents.replanned(longer, "startsAt", "2030-05-02T20:00:00");

        assertThat(media.addresses.renewed(moved, session, tokenOf(before.url())))
                .isEmpty();
    }

    // Somebody who has to wait or to pay has a session too, and was never told an address.
    @Test
    void whoHadNoneIsGivenNone() {
        var anothers = media.addresses
                .of(event, registered().session(), PlaybackTerm.RENEWED)
                .orElseThrow();
        var anybodys = media.addresses.forAnybody(event).orElseThrow();

        assertThat(media.addresses.renewed(event, session, "")).isEmpty();
        assertThat(media.addresses.renewed(event, session, tokenOf(anothers.url())))
                .isEmpty();
        assertThat(media.addresses.renewed(event, session, tokenOf(anybodys))).isEmpty();
        assertThat(media.addresses.renewed(withItsOwnFolder(), session, tokenOf(anothers.url())))
                .isEmpty();
    }

    private SomePlayback before(Duration ahead) {
        var clock = new SettableClock(SomeEvents.START.minus(ahead));
        return new SomePlayback(SomeSessions.on(new EventsInMemory(), clock));
    }

    private OpenedSession registered() {
        return node.opening.forRegistration(event, Ids.fresh(), 1, 1);
    }

    private static Event playing(String manifest) {
        return aPublishedEventOf(aSubmissionWith("videoUrl", manifest));
    }

    private static Event withItsOwnFolder() {
        var event = SomeEvents.aPublishedEvent();
        return SomeEvents.replanned(
                event, "videoUrl", ADDRESS + "/" + event.id().value() + RECORDING);
    }
}
