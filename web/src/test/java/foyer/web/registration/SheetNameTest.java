package foyer.web.registration;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SheetNameTest {
    @ParameterizedTest
    @CsvSource({
        "An evening with friends,registrations-An-evening-with-friends.csv,registrations-An-evening-with-friends.csv",
        "Été à Köln,registrations-Ete-a-Koln.csv,registrations-%C3%89t%C3%A9-%C3%A0-K%C3%B6ln.csv",
        "用户,registrations.csv,registrations-%E7%94%A8%E6%88%B7.csv",
        "'!!!',registrations.csv,registrations.csv"
    })
    void aSheetIsCalledAfterItsEvent(String title, String plain, String encoded) {
        assertThat(SheetName.disposition(title))
                .isEqualTo("attachment; filename=\"" + plain + "\"; filename*=UTF-8''" + encoded);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../../etc/passwd",
                "a\"; filename=\"b.exe",
                "x\r\nSet-Cookie: a=b",
                "\u202egnp.exe",
                "C:\\con",
                "a;b=c,d%20e'f",
                "\ud83d\ude00"
            })
    void noTitleReachesOutOfTheName(String title) {
        assertThat(SheetName.disposition(title))
                .matches("attachment; filename=\"registrations[A-Za-z0-9-]*\\.csv\";"
                        + " filename\\*=UTF-8''registrations[A-Za-z0-9%-]*\\.csv");
    }

    @Test
    void aLongTitleIsCutBetweenItsLetters() {
        assertThat(SheetName.disposition("\ud835\udc00".repeat(200)))
                .contains("''registrations-" + "%F0%9D%90%80".repeat(60) + ".csv");
    }
}
