package foyer.media;

import static foyer.media.SomeRecordings.LEASE;
import static foyer.media.SomeRecordings.aCompleteOne;
import static foyer.media.SomeRecordings.aSubmittedOne;
import static foyer.media.SomeRecordings.anUpload;
import static foyer.media.SomeRecordings.takenUp;
import static foyer.shared.SettableClock.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import foyer.shared.WrongState;
import org.junit.jupiter.api.Test;

class RecordingTest {
    @Test
    void submittingTwiceIsTheSameAsSubmittingOnce() {
        var submitted = aSubmittedOne();

        assertThat(submitted.submitted(NOON.plusSeconds(1))).isSameAs(submitted);
        assertThat(aCompleteOne().submitted(NOON).state()).isEqualTo(RecordingState.COMPLETE);
    }

    @Test
    void whatFailedForWhatCanBeSeenToBeginsAnew() {
        var failed = takenUp(anUpload()).failed(new Trouble("The disk is full.", true), NOON);

        var again = failed.submitted(NOON);

        assertThat(again.state()).isEqualTo(RecordingState.SUBMITTED);
        assertThat(again.trouble()).isNull();
        assertThat(again.attempts()).isZero();
        assertThat(again.due()).contains(NOON);
    }

    @Test
    void whatFailedForGoodStaysSo() {
        var failed = takenUp(anUpload()).failed(new Trouble("This is no video.", false), NOON);

        assertThatThrownBy(() -> failed.submitted(NOON)).isInstanceOf(WrongState.class);
        assertThatThrownBy(() -> anUpload().givenUp(NOON, LEASE).submitted(NOON))
                .isInstanceOf(WrongState.class);
        assertThatThrownBy(() -> anUpload().deleting(NOON).submitted(NOON)).isInstanceOf(WrongState.class);
    }

    @Test
    void eachReportKeepsItForAsLongAsALease() {
        var reported = takenUp(anUpload()).progressed(40, NOON.plusSeconds(60), LEASE);

        assertThat(reported.percent()).isEqualTo(40);
        assertThat(reported.due()).contains(NOON.plusSeconds(60).plus(LEASE));
    }

    @Test
    void nothingIsDueOnceItPlays() {
        assertThat(aCompleteOne().due()).isEmpty();
        assertThat(aCompleteOne().percent()).isEqualTo(100);
    }
}
