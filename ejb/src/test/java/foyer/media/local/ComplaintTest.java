package foyer.media.local;

import static org.assertj.core.api.Assertions.assertThat;

import foyer.media.Trouble;
import org.junit.jupiter.api.Test;

class ComplaintTest {
    @Test
    void ofAFullDiskWhoSentAFileIsToldToSendOnAndWhoWasLiveIsNot() {
        var full = Complaint.full().trouble();

        assertThat(full.words()).contains("upload");
        assertThat(Complaint.onHarvesting(full).words()).contains("full").doesNotContain("upload");
        assertThat(Complaint.onHarvesting(full).curable()).isTrue();
    }

    @Test
    void thatFfmpegFoundNoMoreRoomIsToldByWhatBecomesOfIt() {
        var said =
                new Complaint("[hls @ 0x1] Failed to open file\nav_interleaved_write_frame(): No space left on device");

        assertThat(said.onReading().trouble()).isEqualTo(Complaint.full().trouble());
        assertThat(said.onConverting().trouble()).isEqualTo(Complaint.full().trouble());
        assertThat(said.onEncoding()).isEqualTo(Complaint.fullWhileLive());
    }

    @Test
    void thatAPictureGrowsBeyondWhatIsTakenIsToldForGood() {
        var said = new Complaint("""
                [IMGUTILS @ 0x1] Picture size 12000x12000 exceeds specified max pixel count 67108864, see the documentation
                Error while decoding stream #0:0: Operation not permitted""");

        assertThat(said.onConverting().trouble().words()).contains("larger than 8192");
        assertThat(said.onConverting().trouble().curable()).isFalse();
    }

    @Test
    void anythingElseIsToldAsItIs() {
        var other = new Trouble("ffmpeg could not convert this video.", true);

        assertThat(Complaint.onHarvesting(other)).isEqualTo(other);
    }
}
