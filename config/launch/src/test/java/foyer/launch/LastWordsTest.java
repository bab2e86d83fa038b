package foyer.launch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LastWordsTest {
    @Test
    void ofStructuredLogsOnlyWhatWentWrongIsRepeatedWithOurOwnReason() {
        var log = """
                {"Level":"INFO","LogMessage":"all is well"}
                {"Level":"SEVERE","Throwable":{"Exception":"The application failed","StackTrace":"%s\\nCaused by: foyer.shared.WrongSettings: Foyer does not start. Setting a is missing.\\n\\tat x"}}
                """.formatted("\\n\\tat somewhere".repeat(20_000));

        assertThat(LastWords.of(log)).isEqualTo("The application failed\nFoyer does not start. Setting a is missing.");
    }

    @Test
    void aReasonIsRepeatedWholeWhateverIsQuotedInIt() {
        var log = """
                {"Level":"SEVERE","LogMessage":"Setting \\"a\\" names C:\\\\x \\u003c here\\nand more","Other":"no"}
                """;

        assertThat(LastWords.of(log)).isEqualTo("Setting \"a\" names C:\\x < here");
    }

    @Test
    void ofOtherOutputTheLastLinesAreRepeated() {
        assertThat(LastWords.of("line\n".repeat(100) + "the end\n\n"))
                .hasLineCount(15)
                .endsWith("the end");
    }
}
