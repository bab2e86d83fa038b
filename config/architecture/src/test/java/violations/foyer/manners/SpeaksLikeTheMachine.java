package violations.foyer.manners;

import java.time.format.DateTimeFormatter;
import java.util.Formatter;
import java.util.List;
import java.util.stream.Stream;

class SpeaksLikeTheMachine {
    String formatted(int number) {
        return "%05d.m4s".formatted(number);
    }

    @SuppressWarnings("AnnotateFormatMethod")
    String format(String pattern, int number) {
        return String.format(pattern, number);
    }

    void printed(int number) {
        System.out.printf("%d%n", number);
    }

    @SuppressWarnings("StringCaseLocaleUsage")
    Stream<String> byReference(List<String> names) {
        return names.stream().map(String::toLowerCase);
    }

    DateTimeFormatter dates() {
        return DateTimeFormatter.ofPattern("uuuu-MM-dd");
    }

    Formatter formatter() {
        return new Formatter();
    }
}
