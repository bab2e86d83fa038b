package foyer.media.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import foyer.media.Recording;
import foyer.media.SomeRecordings;
import foyer.media.Upload;
import foyer.shared.Unavailable;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class UploadsIT {
    private static final int PART = 5 << 20;

    private final AwsHouse house = new AwsHouse();

    @AfterEach
    void moveOut() {
        house.close();
    }

    @Test
    void beginningTwiceIsTheSameAsBeginningOnce() {
        var recording = SomeRecordings.anUploadOf(3 * PART, PART);

        house.library.open(recording);
        house.library(1).open(recording);

        assertThat(house.s3.openUploads()).hasSize(1);
    }

    @Test
    void whatWasBegunThoughNobodyHeardSoIsRemovedWithTheRecording() {
        var recording = SomeRecordings.anUploadOf(3 * PART, PART);
        house.cloud.lose("s3:CreateMultipartUpload", 9);
        assertThatThrownBy(() -> house.library.open(recording)).isInstanceOf(Unavailable.class);
        assertThat(house.s3.openUploads()).isNotEmpty();

        house.library.delete(recording);

        assertThat(house.s3.openUploads()).isEmpty();
    }

    @Test
    void anUploadSaysForWhichEventItIsAndWhatFor() {
        var recording = SomeRecordings.anUploadOf(3 * PART, PART);

        house.library.open(recording);

        assertThat(house.s3.tags().get(0))
                .contains("foyer-event=" + recording.event().value())
                .contains("foyer-purpose=upload");
    }

    @Test
    void ofTwoThatTwoNodesBeganAtOnceBothSpeakOfTheSameAndOneIsLeft() {
        var recording = SomeRecordings.anUploadOf(2 * PART, PART);
        begin(recording);
        begin(recording);
        var other = house.library(1);

        house.send(recording, 1, new byte[PART]);
        var address = other.addressOf(recording, 2, soon());
        assertThat(house.put(URI.create(address), new byte[PART])).isEqualTo(200);
        other.close(recording);

        assertThat(house.library.parts(recording)).hasSize(2);
        assertThat(house.s3.openUploads()).isEmpty();
    }

    @Test
    void whatHasComeIsKnownAfterACutHoweverManyPartsThereAre() {
        var recording = SomeRecordings.anUploadOf(5 * PART, PART);
        house.library.open(recording);
        IntStream.of(5, 1, 2, 4).forEach(part -> house.send(recording, part, new byte[PART]));

        assertThat(house.library(1).parts(recording))
                .isEqualTo(Map.of(1, (long) PART, 2, (long) PART, 4, (long) PART, 5, (long) PART));
    }

    @Test
    void anAddressTakesNoOtherPartAndNoOtherFile() {
        var recording = SomeRecordings.anUploadOf(3 * PART, PART);
        house.library.open(recording);
        var address = house.library.addressOf(recording, 1, soon());

        assertThat(house.put(URI.create(address.replace("partNumber=1", "partNumber=2")), new byte[PART]))
                .isEqualTo(403);
        assertThat(house.put(URI.create(address.replace("/file.mp4", "/job.json")), new byte[PART]))
                .isEqualTo(403);
    }

    @Test
    void anAddressIsGoodForAsLongAsItSaysAndNoLonger() {
        var recording = SomeRecordings.anUploadOf(3 * PART, PART);
        house.library.open(recording);

        assertThat(house.library.addressOf(recording, 1, soon())).contains("X-Amz-Expires=");
        var asked = Clock.systemUTC().instant();
        var address = house.library.addressOf(recording, 1, asked.plusSeconds(120));
        var took = Duration.between(asked, Clock.systemUTC().instant()).toSeconds() + 1;

        assertThat(Long.parseLong(address.replaceFirst(".*[?&]X-Amz-Expires=(\\d+).*", "$1")))
                .isBetween(120 - took, 120L);
    }

    @Test
    void aCompletionWhoseAnswerWasLostIsComplete() {
        var recording = SomeRecordings.anUploadOf(2 * PART, PART);
        house.library.open(recording);
        house.send(recording, 1, new byte[PART]);
        house.send(recording, 2, new byte[PART]);
        house.cloud.lose("s3:CompleteMultipartUpload", 1);

        house.library.close(recording);

        assertThat(house.library.parts(recording)).hasSize(2);
    }

    @Test
    void whileS3ThrottlesItIsTriedAgainAndThenToldToComeBack() {
        var recording = SomeRecordings.anUploadOf(2 * PART, PART);
        house.cloud.throttle("s3:CreateMultipartUpload", 1);
        house.library.open(recording);
        assertThat(house.s3.openUploads()).hasSize(1);

        house.cloud.throttle("s3:ListParts", 20);
        assertThatThrownBy(() -> house.library.parts(recording)).isInstanceOf(Unavailable.class);
    }

    @Test
    void whatS3RefusesThoughNobodyKnowsWhyIsToldToComeBackFor() {
        var recording = SomeRecordings.anUploadOf(2 * PART, PART);
        house.cloud.refuse("s3:CreateMultipartUpload", new AwsRefusal(400, "InvalidRequest", "Not like this."));

        assertThatThrownBy(() -> house.library.open(recording)).isInstanceOf(Unavailable.class);
    }

    @Test
    void theEndingOfTheFileIsKeptForMediaConvertAndNothingElseOfItsName() {
        var upload = new Upload("../../Ähem & more.MOV", 5, 5);
        var recording = SomeRecordings.anUploadNamed(upload);

        assertThat(new Shelf(recording).file()).matches("\\.recordings/[A-Za-z0-9_-]{22}/file\\.mov");
    }

    private void begin(Recording recording) {
        var connection = new AwsConnection(AwsHouse.settings(house.cloud.endpoint(), 1), Clock.systemUTC());
        new MultipartUploads(
                        connection.s3(), connection.presigner(), new AwsCalls(new AwsTurnstile()), S3StandIn.BUCKET)
                .begin(recording);
    }

    private static Instant soon() {
        return Clock.systemUTC().instant().plusSeconds(600);
    }
}
