package foyer.web.registration;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SheetCellTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "=HYPERLINK(\"https://evil.example\",\"click\")",
                "+1",
                "-2",
                "@SUM(A1)",
                "\t=1",
                " =1",
                "'quoted",
                "\r\n=1",
                "\uFF1D1"
            })
    void whatASpreadsheetWouldCalculateIsInert(String text) {
        assertThat(read(SheetCell.written(text))).startsWith("'").isEqualTo("'" + text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "Ada", "a,b", "say \"hi\"", "two\nlines", " blank ", "=1", "''", "ада", "a;b", "1+1", "😀"})
    void whatIsReadIsWhatWasWritten(String text) {
        var cell = read(SheetCell.written(text));

        assertThat(cell.startsWith("'") ? cell.substring(1) : cell).isEqualTo(text);
    }

    /** As RFC 4180 reads a field. */
    private static String read(String written) {
        if (!written.startsWith("\"")) {
            assertThat(written).doesNotContain(",", "\"", "\r", "\n");
            return written;
        }
        return written.substring(1, written.length() - 1).replace("\"\"", "\"");
    }
}
