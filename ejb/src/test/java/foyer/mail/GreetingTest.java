package foyer.mail;

import static org.assertj.core.api.Assertions.assertThat;

import foyer.event.SomeEvents;
import foyer.mail.Letter.Detail;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GreetingTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ada",
                "Ada Lovelace",
                "Lovelace, Ada",
                "Dr. Ada K. Lovelace-Byron",
                "J.R.R. Tolkien",
                "O’Neil & Sons",
                "Élodie d'Été",
                "用户",
                "مرحبا",
                "Henry 8",
                "<b>Ada</b>",
                "Ada @ home",
                "Ada: the first"
            })
    void peopleAreGreeted(String name) {
        assertThat(Greeting.takes(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "… http://evil.example/ click",
                "evil.example",
                "see www.evil.example now",
                "evil。example",
                "evil．example",
                "bücher.de",
                "10.0.0.1",
                "you@evil.example",
                "mailto:you",
                "javascript:x",
                "//evil",
                "call +43 1 234 567",
                "call (01) 23-45/67",
                "Ada\nhttp",
                "Ada\u2028you have won",
                "you have won a thousand seats, so send us your card"
            })
    void whatMailProgramsMakeALinkOfIsNobody(String name) {
        assertThat(Greeting.takes(name)).isFalse();
    }

    @Test
    void aLetterToNobodyIsPlainWhateverTheName() {
        var event = SomeEvents.aPublishedEvent();

        var letter = SomeLetters.rendered(
                LetterKind.CONFIRMATION, event, Map.of(Detail.NAME, "Ada http://evil.example/ click"), "Théâtre");

        assertThat(letter.text()).startsWith("Hello,\n").doesNotContain("evil");
        assertThat(letter.html()).contains("Hello,").doesNotContain("evil");
    }
}
