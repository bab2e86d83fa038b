package foyer.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressRangeTest {
    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/8, 10.255.0.1, true",
        "10.0.0.0/8, 11.0.0.1, false",
        "192.168.4.0/22, 192.168.7.255, true",
        "192.168.4.0/22, 192.168.8.0, false",
        "127.0.0.1, 127.0.0.1, true",
        "127.0.0.1, 127.0.0.2, false",
        "0.0.0.0/0, 8.8.8.8, true",
        "fd00::/8, fd12::1, true",
        "fd00::/8, fe80::1, false",
        "::1, 0:0:0:0:0:0:0:1, true",
        "10.0.0.0/8, ::1, false",
        "10.0.0.0/8, ::ffff:10.1.2.3, true"
    })
    void holdsTheAddressesOfItsPrefix(String range, String address, boolean held) {
        assertThat(AddressRange.parse(range).contains(address)).isEqualTo(held);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "localhost", "10.0.0.0/33", "10.0.0.0/-1", "::1/129", "10.0.0/8", "10.0.0.0/x", "::1%eth0"})
    void nothingButCidrIsTaken(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> AddressRange.parse(text));
    }

    @Test
    void namesAreNeverResolved() {
        assertThat(AddressRange.parse("0.0.0.0/0").contains("localhost")).isFalse();
    }

    @Property
    void everyPrefixOfAnAddressHoldsIt(
            @ForAll @IntRange(max = 255) int high,
            @ForAll @IntRange(max = 255) int low,
            @ForAll @IntRange(max = 32) int bits) {
        var address = high + ".7.9." + low;

        assertThat(AddressRange.parse(address + "/" + bits).contains(address)).isTrue();
    }
}
