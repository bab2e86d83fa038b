package foyer.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {
    @Test
    void theDomainsCaseDoesNotMatter() {
        assertThat(address("Ann@Example.ORG")).isEqualTo(address("Ann@example.org"));
    }

    @Test
    void theMailboxsCaseDoesForOnlyItsServerKnows() {
        assertThat(address("Ann@example.org")).isNotEqualTo(address("ann@example.org"));
    }

    @Test
    void oneLetterIsTheSameHoweverItIsComposed() {
        var composed = "jos\u00e9@example.org";

        assertThat(address(Normalizer.normalize(composed, Normalizer.Form.NFD))).isEqualTo(address(composed));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a@bücher.example", "a@BÜCHER.Example", "a@xn--bcher-kva.example", "a@XN--Bcher-KVA.EXAMPLE"})
    void aDomainIsTheSameInItsLettersAndInAscii(String typed) {
        assertThat(address(typed)).isEqualTo(address("a@bücher.example"));
        assertThat(address(typed)).hasSameHashCodeAs(address("a@bücher.example"));
        assertThat(address(typed).typed()).isEqualTo(typed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a@xn--ls8h.example", "a@xn--zzzzzz.example", "a@straße.example", "a@例え.jp", "a@xn--.example"})
    void whatItIsComparedByIsAnAddressToo(String typed) {
        EmailAddress.read(typed)
                .ifPresent(read -> assertThat(address(read.key()))
                        .isEqualTo(read)
                        .extracting(EmailAddress::key)
                        .isEqualTo(read.key()));
    }

    @Test
    void whatWasTypedIsKept() {
        assertThat(address(" Ann@Example.ORG ").typed()).isEqualTo("Ann@Example.ORG");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "@",
                "ann",
                "ann@",
                "@example.org",
                "ann@localhost",
                "ann@example..org",
                "ann@-example.org",
                "a nn@example.org",
                "ann@exa mple.org",
                "ann@example.org\r\nBcc: all@example.org",
                "ann@example.org\nBcc: all@example.org",
                "ann@example.org\rBcc: all@example.org",
                "ann\r\n\tfolded@example.org",
                "ann@example.org\u2028Bcc: all@example.org",
                "ann\u0085bob@example.org",
                "ann\u0000@example.org",
                "ann%0d%0aBcc:bob@example.org@example.org",
                "\"ann\r\nBcc: bob\"@example.org",
                "ann@example.org> RCPT TO:<bob@example.org",
                "<ann@example.org>",
                "ann@example.org,bob@example.org",
                "\u202eann@example.org",
                ".ann@example.org",
                "ann..b@example.org"
            })
    void whatIsNoAddressIsNone(String text) {
        assertThat(EmailAddress.read(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x\r\nBcc: all@evil.example",
                "x\nBcc: all@evil.example",
                "x\rBcc: all@evil.example",
                "x\r\n\tfolded\r\n Bcc: all@evil.example",
                "x\u0085Bcc: all@evil.example\u2028Bcc: all@evil.example",
                "x\u0000\u000bBcc: all@evil.example",
                "=?UTF-8?Q?x=0D=0ABcc:_all=40evil.example?=",
                "=?UTF-8?Q?all=40evil.example=3E?=",
                "=?UTF-8?B?eA0KQmNjOiBhbGxAZXZpbC5leGFtcGxl?=",
                "x%0d%0aBcc: all@evil.example\\r\\nBcc: all@evil.example",
                "x\r\n.\r\nRCPT TO:<all@evil.example>"
            })
    void noAddressBringsAHeaderOrAReader(String text) {
        assertThat(EmailAddress.read(text)).isEmpty();
        assertThat(EmailAddress.read(text + "@example.org")).isEmpty();
        assertThat(EmailAddress.read("ann@" + text)).isEmpty();
        assertThat(EmailAddress.read("ann@example.org" + text)).isEmpty();
    }

    @Test
    void whatIsTooLongWhereItTravelsIsNone() {
        assertThat(EmailAddress.read("ann@" + "ü".repeat(60) + ".example")).isEmpty();
    }

    @Test
    void aDomainOfAllAlphabetsTravelsInItsAsciiForm() {
        assertThat(address("Ann@bücher.example").mailable()).isEqualTo("Ann@xn--bcher-kva.example");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a@b.c", "ann+tag@sub.example.co.uk", "o'neil@example.org", "用户@例え.jp", "ann@bücher.example"})
    void whatMailServersTakeIsTaken(String text) {
        assertThat(EmailAddress.read(text)).isPresent();
    }

    @Property
    void anyTextIsReadOrRefusedAndNeverChokedOn(@ForAll @StringLength(max = 300) String text) {
        EmailAddress.read(text).ifPresent(read -> {
            assertThat(EmailAddress.read(read.key())).contains(read);
            assertThat(read.mailable()).contains("@");
        });
    }

    private static EmailAddress address(String text) {
        return EmailAddress.read(text).orElseThrow();
    }
}
