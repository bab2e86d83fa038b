package foyer.web.registration;

import foyer.form.RegistrationField;
import foyer.form.RegistrationForm;
import foyer.registration.Registration;
import foyer.shared.Fields;
import foyer.shared.JsonText;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.QuoteMode;
import org.jspecify.annotations.Nullable;

/**
 * Registrations as rows of comma-separated values (RFC 4180): a column for each of the form's questions, and the last one
 * for answers to questions that are there no more, as JSON. Answers that are no text are JSON too.
 */
final class RegistrationSheet {
    // Every cell is in quotes, for some spreadsheets part cells at a semicolon too.
    static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setQuoteMode(QuoteMode.ALL).get();

    private final List<String> names;

    RegistrationSheet(RegistrationForm form) {
        this.names = form.fields().stream().map(RegistrationField::name).toList();
    }

    /** Begins a sheet with its heading; what is written to it goes out as it comes. */
    CSVPrinter on(Appendable output) throws IOException {
        var sheet = new CSVPrinter(output, FORMAT);
        sheet.printRecord(heading());
        return sheet;
    }

    private List<String> heading() {
        var own = Stream.of("registrationId", "email", "state", "paymentStatus", "language", "createdAt");
        var asked = names.stream().map(name -> "userData." + name);
        return Stream.of(own, asked, Stream.of("otherAnswers"))
                .flatMap(cells -> cells)
                .map(SheetCell::inert)
                .toList();
    }

    List<String> row(Registration registration, Instant now) {
        var cells = new ArrayList<String>();
        cells.add(registration.id().value());
        cells.add(registration.email().typed());
        cells.add(Fields.wireName(registration.stateAt(now)));
        cells.add(Fields.wireName(registration.paymentStatus()));
        cells.add(registration.language());
        cells.add(registration.createdAt().toString());
        var others = new LinkedHashMap<>(registration.userData());
        for (var name : names) {
            cells.add(text(others.remove(name)));
        }
        cells.add(others.isEmpty() ? "" : JsonText.of(others));
        return cells.stream().map(SheetCell::inert).toList();
    }

    private static String text(@Nullable Object answer) {
        if (answer == null) {
            return "";
        }
        return answer instanceof String text ? text : JsonText.of(answer);
    }
}
