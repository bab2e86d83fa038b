package foyer.web.oembed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import foyer.shared.ValidationFailed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SizeTest {
    @ParameterizedTest
    @CsvSource({
        ",,640,360",
        "800,,800,450",
        ",450,800,450",
        "1200,300,533,300",
        "300,1000,300,169",
        "99999,,1920,1080",
        "1,1,1,1"
    })
    void fillsTheRoomThatThereIsAndKeepsItsShape(String maxWidth, String maxHeight, int width, int height) {
        assertThat(Size.within(maxWidth, maxHeight)).isEqualTo(new Size(width, height));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "-5", "wide", "1.5", "99999999999"})
    void refusesWhatIsNoNumberOfPixels(String wrong) {
        assertThatThrownBy(() -> Size.within(wrong, null)).isInstanceOf(ValidationFailed.class);
        assertThatThrownBy(() -> Size.within(null, wrong)).isInstanceOf(ValidationFailed.class);
    }

    @Test
    void isNeverLargerThanTheRoom() {
        for (var width = 1; width < 2000; width += 7) {
            var size = Size.within(String.valueOf(width), "200");
            assertThat(size.width()).isBetween(1, width);
            assertThat(size.height()).isBetween(1, 200);
        }
    }
}
