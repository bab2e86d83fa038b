package foyer.sandbox.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import foyer.sandbox.http.Refusal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormBodyTest {
    @Test
    void nestsGroupsAndLists() {
        assertThat(FormBody.read("a=1&b%5Bc%5D=2&d[1][e]=4&d[0][e]=3&f[]=x&f[]=y%20z"))
                .isEqualTo(Map.of(
                        "a",
                        "1",
                        "b",
                        Map.of("c", "2"),
                        "d",
                        List.of(Map.of("e", "3"), Map.of("e", "4")),
                        "f",
                        List.of("x", "y z")));
    }

    @Test
    void anEmptyFormIsEmpty() {
        assertThat(FormBody.read("")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a=1&a[b]=2", "a[b=1", "[a]=1", "a=%zz", "a[b][c][d][e][f][g][h][i]=1"})
    void refusesWhatIsNoForm(String form) {
        assertThatThrownBy(() -> FormBody.read(form)).isInstanceOf(Refusal.class);
    }
}
