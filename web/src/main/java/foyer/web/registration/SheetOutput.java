package foyer.web.registration;

import foyer.registration.Registration;
import foyer.shared.Page;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.function.Function;

/**
 * Writes a sheet as it is read, no more than a part of it at a time. By then its status is out, and the container ends an
 * answer that failed as if it were whole: so one that cannot go on ends with a cell that is never closed, which tells
 * people, and which no strict reader takes for an end (RFC 4180, 2.5).
 *
 * @param first part of what is written
 * @param next the part that begins at a position
 */
record SheetOutput(
        RegistrationSheet sheet, Page<Registration> first, Function<String, Page<Registration>> next, Instant now)
        implements StreamingOutput {
    static final String BROKEN_OFF = "\"This sheet broke off here and is not whole. Please fetch it again.\r\n";

    @Override
    public void write(OutputStream output) throws IOException {
        var writer = new BufferedWriter(new OutputStreamWriter(output, StandardCharsets.UTF_8));
        try {
            writeTo(writer);
        } catch (IOException | RuntimeException failed) {
            breakOff(writer, failed);
            throw failed;
        }
    }

    private void writeTo(Appendable writer) throws IOException {
        var printer = sheet.on(writer);
        var page = first;
        while (true) {
            for (var registration : page.items()) {
                printer.printRecord(sheet.row(registration, now));
            }
            var position = page.next();
            if (position == null) {
                break;
            }
            page = next.apply(position);
        }
        printer.flush();
    }

    private static void breakOff(BufferedWriter writer, Exception failed) {
        try {
            writer.write(BROKEN_OFF);
            writer.flush();
        } catch (IOException nobodyThere) {
            failed.addSuppressed(nobodyThere);
        }
    }
}
