package foyer.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicAddressesTest {
    private static final URI TRUSTED = URI.create("http://localhost:8090/hls");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://media.example.com/live/index.m3u8",
                "https://media.example.com",
                "HTTPS://MEDIA.EXAMPLE.COM/A",
                "https://media.example.com:8443/a?b=c&d=%20#t=1",
                "https://8.8.8.8/a",
                "https://[2606:4700::1111]/a",
                "https://xn--bcher-kva.example/a",
                "https://media.example.com./a",
                "https://1.example.com"
            })
    void takesAddressesOnTheOpenInternet(String address) {
        assertThat(finding(address)).isEqualTo("none");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://127.0.0.1/",
                "https://127.1/",
                "https://127.0.0.1./",
                "https://2130706433/",
                "https://0x7f000001/",
                "https://0x7f.1/",
                "https://0x7f.0x0.0x0.0x1/",
                "https://0177.0.0.1/",
                "https://017700000001/",
                "https://0/",
                "https://0.0.0.0/",
                "https://10.0.0.1/",
                "https://10.1/",
                "https://172.16.0.1/",
                "https://172.31.255.255/",
                "https://192.168.1.1/",
                "https://192.168.257/",
                "https://169.254.169.254/latest/meta-data/",
                "https://0xa9fea9fe/",
                "https://2852039166/",
                "https://0251.0376.0251.0376/",
                "https://100.100.100.200/",
                "https://168.63.129.16/",
                "https://224.0.0.1/",
                "https://255.255.255.255/",
                "https://198.18.0.1/",
                "https://[::1]/",
                "https://[::]/",
                "https://[::ffff:127.0.0.1]/",
                "https://[::ffff:7f00:1]/",
                "https://[0:0:0:0:0:ffff:a9fe:a9fe]/",
                "https://[::127.0.0.1]/",
                "https://[64:ff9b::7f00:1]/",
                "https://[2002:7f00:1::]/",
                "https://[2001:0:1::1]/",
                "https://[fe80::1]/",
                "https://[fc00::1]/",
                "https://[fd00:ec2::254]/",
                "https://[ff02::1]/",
                "https://localhost/",
                "https://LOCALHOST/",
                "https://localhost./",
                "https://a.localhost/",
                "https://localhost.localdomain/",
                "https://printer.local/",
                "https://metadata.google.internal/",
                "https://metadata/",
                "https://router.home.arpa/",
                "https://localhost:8090/",
                "http://localhost:8091/",
                "http://127.0.0.1:8090/",
                "https://256.1.1.1/",
                "https://1.2.3.4.5/",
                "https://08.8.8.8/",
                "https://010.8.8.8/",
                "https://1.1.1.0x1/",
                "https://[1::2::3]/"
            })
    void refusesWhatOnlyThisMachineOrItsNetworkReaches(String address) {
        assertThat(finding(address)).isEqualTo("private_address");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://media.example.com@127.0.0.1/",
                "https://user:pass@media.example.com/",
                "https://１２７.0.0.1/",
                "https://127。0。0。1/",
                "https://ⓛocalhost/",
                "https://%31%32%37.0.0.1/",
                "https:/127.0.0.1/",
                "https:127.0.0.1/",
                "https:\\\\127.0.0.1/",
                "https:///127.0.0.1/",
                "https://127.0.0.1\\@media.example.com/",
                "https://media.example.com\\@127.0.0.1/",
                " https://127.0.0.1/",
                "https://127.0.0.1 /",
                "https://127.0.\t0.1/",
                "https://local\nhost/",
                "https://[fe80::1%25eth0]/",
                "https://[::1",
                "https://::1/",
                "//127.0.0.1/",
                "javascript:alert(1)",
                "data:text/html,x",
                "file:///etc/passwd",
                "ftp://media.example.com/",
                "media.example.com",
                "https://",
                "https://.",
                "https://..",
                "https://media..example.com/",
                "https://media.example.com:/",
                "https://media.example.com:0/",
                "https://media.example.com:65536/",
                "https://media.example.com:443:80/",
                "https://bücher.example/",
                "https://media.example.com/ü",
                "https://media.example.com/<script>",
                "https://media.example.com/\"x",
                "https://media.example.com/%zz",
                "https://media.example.com/a b",
                "https://media_1.example.com/",
                "https://-media.example.com/",
                "",
                "https://media.example.com/#a#b"
            })
    void refusesSpellingsThatTwoReadersMayReadDifferently(String address) {
        assertThat(finding(address)).isEqualTo("invalid");
    }

    @Test
    void refusesWhatIsTooLong() {
        assertThat(finding("https://media.example.com/" + "a".repeat(2022))).isEqualTo("none");
        assertThat(finding("https://media.example.com/" + "a".repeat(2023))).isEqualTo("invalid");
        assertThat(finding("https://" + "a".repeat(5_000_000))).isEqualTo("invalid");
    }

    @Test
    void wantsEncryption() {
        assertThat(finding("http://media.example.com/a")).isEqualTo("not_encrypted");
    }

    @Test
    void makesAnExceptionForOneOrigin() {
        assertThat(finding("http://localhost:8090/live/index.m3u8")).isEqualTo("none");
        assertThat(finding("HTTP://LocalHost:8090")).isEqualTo("none");
        assertThat(findingOf(new PublicAddresses(List.of()), "http://localhost:8090/"))
                .isEqualTo("private_address");
    }

    private static String finding(String address) {
        return findingOf(new PublicAddresses(List.of(TRUSTED)), address);
    }

    private static String findingOf(PublicAddresses addresses, String address) {
        var fields = Fields.of(Map.of("url", address));
        assertThat(addresses.read(fields, "url")).contains(address);
        try {
            fields.throwIfRefused();
            return "none";
        } catch (ValidationFailed failed) {
            assertThat(failed.findings()).hasSize(1);
            return failed.findings().get(0).code();
        }
    }
}
