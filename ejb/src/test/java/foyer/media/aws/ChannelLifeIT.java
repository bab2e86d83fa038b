package foyer.media.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import foyer.event.EventId;
import foyer.media.ChannelState;
import foyer.media.Harvested;
import foyer.media.InputFinding;
import foyer.media.LiveOrigin;
import foyer.media.RecordingId;
import foyer.media.SomeBroadcasts;
import foyer.shared.Unavailable;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChannelLifeIT {
    /** Calls, at least. */
    private static final int A_LIFE = 50;

    private final LiveHouse house = new LiveHouse();
    private final LiveOrigin origin = house.origin;

    @AfterEach
    void moveOut() {
        house.close();
    }

    @Test
    void itIsMadeShownHarvestedAndRemoved() {
        var life = house.aLife();

        life.lead(origin);

        assertThat(life.harvested())
                .isInstanceOfSatisfying(
                        Harvested.Done.class,
                        done -> assertThat(done.length())
                                .isBetween(
                                        life.shown().minusSeconds(2),
                                        life.shown().plusSeconds(2)));
        assertThat(house.plays(life.broadcast, life.recording)).isTrue();
        house.assertThatNothingIsLeft();
    }

    // Each call of a whole life is the last one that gets through, once.
    @Test
    void whoeverDiesBetweenTwoCallsIsFollowedBySomebodyWhoGoesOn() {
        dieEachTime(house.cloud::dieAfter);
    }

    // Each call is done, and nobody hears that it was, nor does anything afterwards.
    @Test
    void whoeverDiesBeforeAnAnswerIsFollowedBySomebodyWhoGoesOn() {
        dieEachTime(house.cloud::dieWithin);
    }

    private void dieEachTime(IntConsumer death) {
        var mortal = house.origin(LiveHouse.small(), 0);
        var successor = house.origin(LiveHouse.small(), 1);
        var died = true;
        var call = 0;
        for (; died; call++) {
            var life = house.aLife();
            var made = house.mediaLive.made();
            var packaged = house.mediaPackage.made();
            death.accept(call + 1);
            died = isDead(life, mortal);

            life.lead(successor);

            assertThat(house.mediaLive.made() - made)
                    .as("a channel and an input, by call %d", call)
                    .isEqualTo(2);
            assertThat(house.mediaPackage.made() - packaged).isEqualTo(1);
            assertThat(house.mediaLive.securityGroups()).hasSizeLessThanOrEqualTo(2);
            assertThat(house.plays(life.broadcast, life.recording)).isTrue();
            house.assertThatNothingIsLeft();
        }
        mortal.close();
        successor.close();
        assertThat(call).as("all calls of a life").isGreaterThan(A_LIFE);
        assertThat(house.mediaLive.securityGroups()).hasSize(1);
    }

    @Test
    void whoeverDiesLeavesNothingOnceItIsRetiredByWhatIsThere() {
        var mortal = house.origin(LiveHouse.small(), 0);
        var died = true;
        for (var call = 1; died; call++) {
            var life = house.aLife();
            house.cloud.dieWithin(call);
            died = isDead(life, mortal);

            for (var look = 0; look < 20 && !origin.present().isEmpty(); look++) {
                origin.present().forEach(origin::retire);
                house.clock.pass(Duration.ofSeconds(20));
            }

            house.assertThatNothingIsLeft();
        }
        mortal.close();
    }

    private boolean isDead(ChannelLife life, LiveOrigin mortal) {
        try {
            life.lead(mortal);
            return house.cloud.hasDied();
        } catch (Unavailable died) {
            assertThat(died).hasMessageContaining("does not answer");
            return true;
        } finally {
            house.cloud.comeBack();
        }
    }

    @Test
    void throttledOnEveryCallItLivesAllTheSame() {
        for (var operation : List.of(
                "medialive:ListInputSecurityGroups",
                "medialive:CreateInputSecurityGroup",
                "medialive:CreateInput",
                "medialive:ListInputs",
                "medialive:DeleteInput",
                "medialive:CreateChannel",
                "medialive:DescribeChannel",
                "medialive:ListChannels",
                "medialive:StartChannel",
                "medialive:StopChannel",
                "medialive:DeleteChannel",
                "medialive:ListAlerts",
                "medialive:DescribeThumbnails",
                "mediapackage:CreateChannelGroup",
                "mediapackage:GetChannelGroup",
                "mediapackage:CreateChannel",
                "mediapackage:GetChannel",
                "mediapackage:DeleteChannel",
                "mediapackage:CreateOriginEndpoint",
                "mediapackage:GetOriginEndpoint",
                "mediapackage:DeleteOriginEndpoint",
                "mediapackage:PutOriginEndpointPolicy",
                "mediapackage:TagResource",
                "mediapackage:CreateHarvestJob",
                "mediapackage:GetHarvestJob",
                "cloudwatch:GetMetricData",
                "s3:GetObject",
                "s3:PutObject",
                "s3:CopyObject",
                "s3:DeleteObject",
                "s3:ListObjectsV2")) {
            house.cloud.throttle(operation, 1);
        }
        var life = house.aLife();

        life.lead(origin);

        assertThat(house.cloud.throttlesLeft()).isEmpty();
        assertThat(house.mediaLive.made()).isEqualTo(2);
        house.assertThatNothingIsLeft();
    }

    @Test
    void anOrderWhoseAnswerWasLostIsTheSameOrder() {
        for (var operation : List.of(
                "medialive:CreateInput",
                "medialive:CreateChannel",
                "mediapackage:CreateChannelGroup",
                "mediapackage:CreateChannel",
                "mediapackage:CreateOriginEndpoint",
                "mediapackage:CreateHarvestJob")) {
            house.cloud.lose(operation, 1);
        }
        var life = house.aLife();

        life.lead(origin);

        assertThat(house.mediaLive.made()).isEqualTo(2);
        assertThat(house.mediaPackage.made()).isEqualTo(1);
        house.assertThatNothingIsLeft();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "medialive:CreateInput",
                "medialive:CreateChannel",
                "mediapackage:CreateChannelGroup",
                "mediapackage:CreateChannel",
                "mediapackage:CreateOriginEndpoint"
            })
    void twoWhoMakeItAtOnceMakeOne(String operation) {
        var another = house.origin(LiveHouse.settings(), 1);
        var life = house.aLife();
        house.cloud.before(operation, () -> {
            another.provision(life.broadcast);
            house.clock.pass(Duration.ofSeconds(2));
            another.status(life.broadcast);
        });

        life.prepare(origin);

        assertThat(house.mediaLive.made()).isEqualTo(2);
        assertThat(house.mediaPackage.made()).isEqualTo(1);
        another.close();
    }

    @ParameterizedTest
    @CsvSource({
        "medialive:CreateInput,400,BadRequestException",
        "medialive:CreateChannel,422,UnprocessableEntityException",
        "mediapackage:CreateChannel,402,ServiceQuotaExceededException",
        "mediapackage:CreateOriginEndpoint,400,ValidationException"
    })
    void whatIsRefusedIsSaidInWordsAndTriedAgain(String operation, int status, String code) {
        house.cloud.before(operation, () -> {
            throw new AwsRefusal(status, code, "No more than five.");
        });
        var life = house.aLife();

        assertThatThrownBy(() -> life.prepare(origin))
                .isInstanceOf(Unavailable.class)
                .hasMessageStartingWith("Media");
        life.prepare(origin);
    }

    @ParameterizedTest
    @CsvSource({
        "medialive:CreateInputSecurityGroup,400,BadRequestException",
        "medialive:DescribeChannel,422,UnprocessableEntityException",
        "medialive:ListChannels,400,BadRequestException",
        "mediapackage:GetChannel,400,ValidationException",
        "mediapackage:GetOriginEndpoint,409,ConflictException",
        "mediapackage:PutOriginEndpointPolicy,400,ValidationException"
    })
    void whatNobodyExpectsIsTriedAgainToo(String operation, int status, String code) {
        house.cloud.before(operation, () -> {
            throw new AwsRefusal(status, code, "Not like this.");
        });
        var life = house.aLife();

        assertThatThrownBy(() -> life.run(origin)).isInstanceOf(Unavailable.class);
        life.run(origin);
    }

    @Test
    void aHarvestTooManyIsTroubleThatPasses() {
        var life = house.aLife();
        life.show(origin);
        house.cloud.before("mediapackage:CreateHarvestJob", () -> {
            throw new AwsRefusal(402, "ServiceQuotaExceededException", "No more than ten.");
        });
        var now = house.clock.instant();
        house.clock.pass(LiveSignals.LATENESS);

        var failed = (Harvested.Failed) origin.harvest(life.broadcast, now.minusSeconds(30), now, life.recording);

        assertThat(failed.trouble().curable()).isTrue();
    }

    @Test
    void whatIsSaidOfARefusalHidesTheKey() {
        var life = house.aLife();
        house.cloud.before("medialive:CreateInput", () -> {
            throw new AwsRefusal(
                    400,
                    "BadRequestException",
                    "live/" + life.broadcast.streamKey().value() + " is taken.");
        });

        assertThatThrownBy(() -> life.prepare(origin))
                .hasMessageNotContaining(life.broadcast.streamKey().value())
                .hasNoCause();
    }

    @Test
    void throttledForLongItIsLookedAtAgainLater() {
        house.cloud.throttle("medialive:CreateChannel", 10);
        var life = house.aLife();

        assertThatThrownBy(() -> life.prepare(origin)).isInstanceOf(Unavailable.class);
    }

    @Test
    void whatCouldNotBeMadeIsMadeAgain() {
        house.mediaLive.failNext();
        var life = house.aLife();
        origin.provision(life.broadcast);
        house.clock.pass(Duration.ofSeconds(2));
        origin.status(life.broadcast);
        house.clock.pass(Duration.ofSeconds(10));

        var failed = origin.status(life.broadcast);
        assertThat(failed.state()).isEqualTo(ChannelState.CREATE_FAILED);
        assertThat(Objects.requireNonNull(failed.trouble()).curable()).isTrue();

        life.lead(origin);
        house.assertThatNothingIsLeft();
    }

    @Test
    void whatCouldNotBeMadeCanBeRetired() {
        house.mediaLive.failNext();
        var life = house.aLife();
        origin.provision(life.broadcast);
        house.clock.pass(Duration.ofSeconds(2));
        origin.status(life.broadcast);
        house.clock.pass(Duration.ofSeconds(10));

        life.retire(origin);

        house.assertThatNothingIsLeft();
    }

    @Test
    void aStartThatTakesMinutesIsAwaited() {
        house.mediaLive.takes("STARTING", Duration.ofMinutes(7));
        var life = house.aLife();
        life.prepare(origin);

        origin.start(life.broadcast);
        house.clock.pass(Duration.ofMinutes(6));
        origin.start(life.broadcast);
        assertThat(origin.status(life.broadcast).state()).isEqualTo(ChannelState.STARTING);
        house.clock.pass(Duration.ofMinutes(1));

        assertThat(origin.status(life.broadcast).state()).isEqualTo(ChannelState.RUNNING);
    }

    @Test
    void oneThatIsAboutToStartIsRetiredOnceItRuns() {
        house.mediaLive.takes("STARTING", Duration.ofMinutes(7));
        var life = house.aLife();
        life.prepare(origin);
        origin.start(life.broadcast);

        life.retire(origin);

        house.assertThatNothingIsLeft();
    }

    @Test
    void aChannelThatSomebodyDeletedIsMadeAgainAndFedAtTheSameAddress() {
        var life = house.aLife();
        life.run(origin);
        var address = origin.ingest(life.broadcast);
        house.mediaLive.loseChannels();

        assertThat(origin.status(life.broadcast).state()).isEqualTo(ChannelState.CREATING);
        life.run(origin);

        assertThat(origin.ingest(life.broadcast)).isEqualTo(address);
        life.retire(origin);
        house.assertThatNothingIsLeft();
    }

    @Test
    void theAddressOfAnInputThatWasMadeAnewIsToldSoon() {
        var another = house.origin(LiveHouse.settings(), 1);
        var life = house.aLife();
        life.run(origin);
        var address = origin.ingest(life.broadcast);
        assertThat(another.ingest(life.broadcast)).isEqualTo(address);
        house.mediaLive.loseChannels();
        house.mediaLive.loseInputs();
        house.clock.pass(Duration.ofHours(1));
        life.run(origin);
        house.clock.pass(Duration.ofMinutes(1));

        assertThat(origin.ingest(life.broadcast)).isNotEqualTo(address);
        assertThat(another.ingest(life.broadcast)).isEqualTo(origin.ingest(life.broadcast));
        another.close();
    }

    @Test
    void anEndpointThatSomebodyDeletedIsThereAtTheStart() {
        var life = house.aLife();
        life.prepare(origin);
        house.mediaPackage.loseEndpoints();

        life.show(origin);

        assertThat(house.mediaPackage.endpoints()).hasSize(1);
    }

    @Test
    void aPlaceInMediaPackageThatSomebodyDeletedIsMissedAndMadeAgain() {
        var life = house.aLife();
        life.run(origin);
        house.mediaPackage.loseChannels();

        var missed = origin.status(life.broadcast);
        assertThat(missed.state()).isEqualTo(ChannelState.CREATE_FAILED);
        assertThat(Objects.requireNonNull(missed.trouble()).words()).contains("MediaPackage");

        life.show(origin);
        life.retire(origin);
        house.assertThatNothingIsLeft();
    }

    @Test
    void whatIsLeftWithoutItsPlaceInMediaPackageIsRemovedToo() {
        var life = house.aLife();
        life.run(origin);
        house.mediaPackage.loseChannels();

        origin.retire(life.broadcast);
        life.retire(origin);

        house.assertThatNothingIsLeft();
    }

    @Test
    void aHarvestThatFailedIsMadeByAnotherJob() {
        house.mediaPackage.failHarvests(1);
        var life = house.aLife();
        life.show(origin);
        house.clock.pass(Duration.ofSeconds(5));

        life.lead(origin);

        assertThat(life.harvested()).isInstanceOf(Harvested.Done.class);
    }

    @Test
    void aHarvestThatFailsSaysSo() {
        var life = house.aLife();
        life.show(origin);
        house.mediaPackage.failHarvests(1);
        var now = house.clock.instant();
        house.clock.pass(LiveSignals.LATENESS);
        var into = RecordingId.fresh();
        origin.harvest(life.broadcast, now.minusSeconds(30), now, into);
        house.clock.pass(Duration.ofSeconds(5));

        var failed = (Harvested.Failed) origin.harvest(life.broadcast, now.minusSeconds(30), now, into);

        assertThat(failed.trouble().curable()).isTrue();
        // The channel's last picture stays, for who harvests again.
        assertThat(house.s3.objects().keySet())
                .containsExactly(".live/" + life.broadcast.id().value() + ".jpg");
    }

    @Test
    void ofMoreThanADayTheLastDayIsHarvested() {
        var life = house.aLife();
        life.show(origin);
        var now = house.clock.instant();
        var into = RecordingId.fresh();
        origin.harvest(life.broadcast, now.minus(Duration.ofHours(30)), now, into);
        house.clock.pass(Duration.ofSeconds(5));

        assertThat(origin.harvest(life.broadcast, now.minus(Duration.ofHours(30)), now, into))
                .isInstanceOf(Harvested.Done.class);
    }

    @Test
    void everythingSaysForWhichBroadcastItIsAndWhatFor() {
        var life = house.aLife();
        life.prepare(origin);

        var tags = Map.of(
                "foyer-event",
                life.broadcast.event().value(),
                "foyer-broadcast",
                life.broadcast.id().value(),
                "foyer-deployment",
                LiveHouse.GROUP,
                "foyer-purpose",
                "live");
        assertThat(house.mediaLive.tags()).hasSize(2).allMatch(tags::equals);
        assertThat(house.mediaPackage.tags()).hasSize(1).allMatch(tags::equals);
        assertThat(house.mediaPackage.endpoints()).allMatch(endpoint -> tags.equals(endpoint.get("Tags")));
    }

    @Test
    void whatAnotherDeploymentHasInTheSameAccountIsNoneOfOurs() {
        var another = house.origin(LiveHouse.settings("another", 1), 1);
        var theirs = house.aLife();
        theirs.prepare(another);

        assertThat(origin.present()).isEmpty();
        assertThat(another.present()).containsExactly(theirs.broadcast.ref());
        another.close();
    }

    @Test
    void theLadderIsWholeWithKeyframesByTheClock() {
        house.aLife().prepare(origin);

        var encoding = ServiceModel.map(house.mediaLive.orders().get(0).get("EncoderSettings"));
        var pictures = ServiceModel.list(encoding.get("videoDescriptions")).stream()
                .<Map<?, ?>>map(ServiceModel::map)
                .toList();
        assertThat(pictures.stream()
                        .<Object>map(picture -> Objects.requireNonNull(picture.get("height")))
                        .toList())
                .containsExactly(1080L, 720L, 540L, 360L, 240L);
        assertThat(pictures).allSatisfy(picture -> {
            var settings = ServiceModel.map(
                    ServiceModel.map(picture.get("codecSettings")).get("h264Settings"));
            assertThat(settings.get("gopSize")).hasToString("2.0");
            assertThat(settings.get("gopSizeUnits")).isEqualTo("SECONDS");
            assertThat(settings.get("sceneChangeDetect")).isEqualTo("DISABLED");
            assertThat(settings.get("framerateControl")).isEqualTo("SPECIFIED");
        });
        assertThat(String.valueOf(encoding.get("audioDescriptions"))).contains("bitrate=128000.0");
        assertThat(house.mediaLive.orders().get(0)).containsEntry("ChannelClass", "SINGLE_PIPELINE");
    }

    @Test
    void toCostLessItIsMadeWithoutItsUpperSizes() {
        var sparing = SomeBroadcasts.leavingOut(SomeBroadcasts.aBroadcastOf(EventId.fresh()), 2);

        new ChannelLife(house, sparing).prepare(origin);

        var encoding = ServiceModel.map(house.mediaLive.orders().get(0).get("EncoderSettings"));
        assertThat(ServiceModel.list(encoding.get("videoDescriptions")).stream()
                        .<Object>map(picture ->
                                Objects.requireNonNull(ServiceModel.map(picture).get("height"))))
                .containsExactly(540L, 360L, 240L);
        assertThat(origin.billed().map(channel -> channel.rungs().size())).contains(5);
    }

    @Test
    void withTwoPipelinesBothHaveAnInput() {
        var doubled = house.origin(LiveHouse.settings(LiveHouse.GROUP, 2), 1);
        var life = house.aLife();

        life.show(doubled);

        assertThat(house.mediaLive.orders().get(0)).containsEntry("ChannelClass", "STANDARD");
        doubled.close();
    }

    @Test
    void whatIsKeptIsEnoughForARecordingOfADay() {
        house.aLife().prepare(origin);

        var endpoint = house.mediaPackage.endpoints().get(0);
        assertThat(endpoint).containsEntry("StartoverWindowSeconds", 93_600L);
        assertThat(String.valueOf(endpoint.get("HlsManifests"))).contains("ManifestWindowSeconds=7200");
        assertThat(String.valueOf(endpoint.get("LowLatencyHlsManifests"))).contains("ManifestWindowSeconds=7200");
    }

    @Test
    void withoutAlertsItsMetricsTellThatAnEncoderIsGone() {
        house.mediaLive.tellOfMissingInput(false);
        var life = house.aLife();
        life.show(origin);
        house.clock.pass(Duration.ofMinutes(6));

        var health = origin.status(life.broadcast).input();

        assertThat(health.connected()).isFalse();
        assertThat(health.findings()).containsExactly(InputFinding.INPUT_LOST);
    }

    @ParameterizedTest
    @CsvSource({
        "cloudwatch:GetMetricData,403,AccessDenied",
        "cloudwatch:GetMetricData,400,ValidationError",
        "medialive:ListAlerts,500,InternalServerErrorException",
        "medialive:ListAlerts,409,ConflictException"
    })
    void whatRunsIsStoppedAlsoWhileNobodyTellsHowItIsFed(String operation, int status, String code) {
        var life = house.aLife();
        life.run(origin);
        house.cloud.refuse(operation, new AwsRefusal(status, code, "Not now."));

        var seen = origin.status(life.broadcast);
        assertThat(seen.state()).isEqualTo(ChannelState.RUNNING);
        assertThat(seen.known()).isFalse();
        assertThat(Objects.requireNonNull(seen.trouble()).curable()).isTrue();

        life.prepare(origin);
        assertThat(house.mediaLive.states()).containsExactly("IDLE");
    }

    @Test
    void itIsToldSinceWhenAnEncoderIsThereThoughItIsToldLate() {
        var life = house.aLife();
        life.run(origin);
        var started = SomeBroadcasts.startedAt(life.broadcast, house.clock.instant());
        house.mediaLive.push(origin.ingest(life.broadcast).whole());
        var came = house.clock.instant();
        house.clock.pass(Duration.ofMinutes(2));
        assertThat(origin.status(started).input().connected()).isFalse();
        house.clock.pass(Duration.ofMinutes(2));

        var seen = origin.status(started);

        assertThat(seen.input().connected()).isTrue();
        assertThat(Objects.requireNonNull(seen.fedSince())).isBetween(came.minus(Duration.ofMinutes(2)), came);
    }

    @Test
    void whatWasShownShortlyIsToldOfAfterItsEnd() {
        var life = house.aLife();
        life.run(origin);
        var started = SomeBroadcasts.startedAt(life.broadcast, house.clock.instant());
        house.mediaLive.push(origin.ingest(life.broadcast).whole());
        house.clock.pass(Duration.ofMinutes(1));
        var end = house.clock.instant();
        var stopped = SomeBroadcasts.stoppedAt(started, end);
        life.prepare(origin);
        assertThat(origin.status(stopped).known()).isFalse();
        assertThat(origin.harvest(stopped, end.minusSeconds(60), end, life.recording))
                .isInstanceOf(Harvested.Running.class);

        house.clock.pass(LiveSignals.LATENESS);

        assertThat(origin.status(stopped).known()).isTrue();
        assertThat(origin.status(stopped).fedSince()).isNotNull();
        origin.harvest(stopped, end.minusSeconds(60), end, life.recording);
        house.clock.pass(Duration.ofSeconds(5));
        assertThat(origin.harvest(stopped, end.minusSeconds(60), end, life.recording))
                .isInstanceOf(Harvested.Done.class);
    }

    @Test
    void whatNobodyFedIsKnownToBeNothingAfterAWhile() {
        var life = house.aLife();
        life.run(origin);
        var started = SomeBroadcasts.startedAt(life.broadcast, house.clock.instant());
        house.clock.pass(Duration.ofMinutes(1));
        var end = house.clock.instant();
        var stopped = SomeBroadcasts.stoppedAt(started, end);
        life.prepare(origin);
        house.clock.pass(Duration.ofMinutes(7));

        assertThat(origin.status(stopped).known()).isTrue();
        assertThat(origin.status(stopped).fedSince()).isNull();
        assertThat(origin.harvest(stopped, end.minusSeconds(60), end, life.recording))
                .isInstanceOf(Harvested.Nothing.class);
    }

    @Test
    void soundAloneIsFoundOut() {
        house.cloudWatch.losePictures();
        house.mediaLive.alert("Audio Not Detected");
        var life = house.aLife();
        life.run(origin);
        house.mediaLive.push(origin.ingest(life.broadcast).whole());
        house.clock.pass(Duration.ofMinutes(4));

        var health = origin.status(life.broadcast).input();

        assertThat(health.connected()).isTrue();
        assertThat(health.bitrate()).isEqualTo(2_500_000);
        assertThat(health.findings()).containsExactlyInAnyOrder(InputFinding.NO_VIDEO, InputFinding.NO_AUDIO);
        assertThat(health.video()).isNull();
        assertThat(health.audio()).isNull();
    }

    @Test
    void ofTwoSecurityGroupsMadeAtOnceOneIsLeft() {
        house.cloud.lose("medialive:CreateInputSecurityGroup", 1);
        house.aLife().prepare(origin);
        house.aLife().prepare(origin);

        assertThat(house.mediaLive.securityGroups()).hasSize(1);
    }

    @Test
    void whoeverMaySendIsAllowedAnewWhenThatChanges() {
        house.aLife().prepare(origin);
        var narrower = new AwsLiveSettings(
                LiveHouse.GROUP,
                LiveHouse.settings().role(),
                LiveHouse.DISTRIBUTION,
                List.of("203.0.113.0/24"),
                1,
                5,
                30,
                Duration.ofHours(2));
        var changed = house.origin(narrower, 1);
        house.aLife().prepare(changed);

        assertThat(house.mediaLive.securityGroups()).containsExactly(List.of(Map.of("cidr", "203.0.113.0/24")));
        changed.close();
    }

    @Test
    void theAddressForTheEncoderIsAwaitedWhereThereIsNoneYet() {
        var broadcast = SomeBroadcasts.aBroadcast();

        assertThatThrownBy(() -> origin.ingest(broadcast)).isInstanceOf(Unavailable.class);
    }
}
