package foyer.web.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
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
    void whatASpreadsheetWouldCalculateIsInert(String text) throws IOException {
        assertThat(read(text)).startsWith("'").isEqualTo("'" + text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "Ada", "a,b", "say \"hi\"", "two\nlines", " blank ", "=1", "''", "ада", "a;b", "1+1", "😀"})
    void whatIsReadIsWhatWasWritten(String text) throws IOException {
        var cell = read(text);

        assertThat(cell.startsWith("'") ? cell.substring(1) : cell).isEqualTo(text);
    }

    /** As RFC 4180 reads the cell between two others in a sheet of ours. */
    private static String read(String text) throws IOException {
        var written = new StringWriter();
        try (var sheet = RegistrationSheet.FORMAT.print(written)) {
            sheet.printRecord(List.of("before", SheetCell.inert(text), "after"));
        }
        try (var rows = CSVFormat.RFC4180.parse(new StringReader(written.toString()))) {
            var cells = rows.getRecords().get(0).values();
            assertThat(cells).hasSize(3).startsWith("before").endsWith("after");
            return cells[1];
        }
    }
}
