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
    void anythingElseIsToldAsItIs() {
        var other = new Trouble("ffmpeg could not convert this video.", true);

        assertThat(Complaint.onHarvesting(other)).isEqualTo(other);
    }
}
