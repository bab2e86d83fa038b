package foyer.media.aws;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AwsWordsTest {
    private static final String FORBIDDEN =
            "User: arn:aws:sts::111122223333:assumed-role/foyer/i-0abc is not authorized to perform: iam:PassRole on resource: arn:aws:iam::111122223333:role/MediaLive";

    @Test
    void whoseAccountItIsAndWhichRolesAreInItIsNotShown() {
        assertThat(AwsWords.shown(FORBIDDEN))
                .isEqualTo("User: arn:aws:sts:… is not authorized to perform: iam:PassRole on resource: arn:aws:iam:…");
        assertThat(AwsWords.shown("The account 111122223333 has too many channels."))
                .isEqualTo("The account … has too many channels.");
    }

    @Test
    void whatIsWrongWithAnOrderIsShown() {
        var words = "/encoderSettings/videoDescriptions/0: The bitrate 50000000 is too large.";

        assertThat(AwsWords.shown(words)).isEqualTo(words);
    }

    @Test
    void theActionIsFoundWhateverTheNamesAround() {
        assertThat(AwsWords.action(FORBIDDEN)).contains("iam:PassRole");
        assertThat(AwsWords.action("arn:aws:secretsmanager:eu-central-1:111122223333:secret:Encoder is not there."))
                .isEmpty();
    }
}
