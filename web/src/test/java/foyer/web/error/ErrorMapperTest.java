package foyer.web.error;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ErrorMapperTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "POST, GET, OPTIONS | HEAD, POST, GET, OPTIONS",
                "HEAD, GET | HEAD, GET",
                "POST, OPTIONS | POST, OPTIONS"
            })
    void whatMayBeGotMayBeAskedForItsHeadersToo(String allowed, String told) {
        assertThat(ErrorMapper.withHead(allowed)).isEqualTo(told);
    }
}
