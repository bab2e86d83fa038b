package foyer.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NetworkAddressTest {
    @Test
    void anIpv4AddressCountsAsItIs() {
        assertThat(NetworkAddress.of("192.0.2.7")).isEqualTo("192.0.2.7");
        assertThat(NetworkAddress.of("::ffff:192.0.2.7")).isEqualTo("192.0.2.7");
    }

    @Test
    void allOfAnIpv6NetworkCountsAsOne() {
        assertThat(NetworkAddress.of("2001:db8:1:2:3:4:5:6")).isEqualTo(NetworkAddress.of("2001:db8:1:2:ffff::1"));
        assertThat(NetworkAddress.of("2001:0DB8:0001:0002::9")).isEqualTo(NetworkAddress.of("2001:db8:1:2::"));
        assertThat(NetworkAddress.of("2001:db8::1")).isEqualTo(NetworkAddress.of("2001:db8:0:0:1:0:0:1"));
    }

    @Test
    void anotherNetworkIsAnother() {
        assertThat(NetworkAddress.of("2001:db8:1:2::1")).isNotEqualTo(NetworkAddress.of("2001:db8:1:3::1"));
    }

    @Test
    void whatACustomerIsGivenCountsWidelyAsOne() {
        assertThat(NetworkAddress.wide("2001:db8:1:2::1")).isEqualTo(NetworkAddress.wide("2001:db8:1:ffff::1"));
        assertThat(NetworkAddress.wide("2001:db8:1::1")).isNotEqualTo(NetworkAddress.wide("2001:db8:2::1"));
        assertThat(NetworkAddress.wide("::ffff:192.0.2.7")).isEqualTo("192.0.2.7");
    }
}
