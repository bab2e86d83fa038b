import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/**
 * Gives all entries of a ZIP file one date, so that two builds of the same sources make the same bytes. The dates are overwritten
 * where they stand (APPNOTE.TXT of PKWARE, 4.3.7, 4.3.12 and 4.3.16), for packing anew takes some seconds of each build.
 *
 * <p>Arguments: the file, of less than 4 GB and without a comment, and the date as {@code project.build.outputTimestamp} has it.
 */
final class OneDate {
    private static final int END_OF_DIRECTORY = 0x06054b50;
    private static final int END_LENGTH = 22;
    private static final int IN_DIRECTORY = 0x02014b50;
    private static final int DIRECTORY_LENGTH = 46;
    private static final int AT_ENTRY = 0x04034b50;

    private final FileChannel file;
    private final int date;

    private OneDate(FileChannel file, OffsetDateTime date) {
        this.file = file;
        this.date = inDos(date);
    }

    public static void main(String[] arguments) throws IOException {
        var path = Path.of(arguments[0]);
        try (var file = FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            new OneDate(file, OffsetDateTime.parse(arguments[1])).give();
        }
    }

    private void give() throws IOException {
        var end = read(file.size() - END_LENGTH, END_LENGTH, END_OF_DIRECTORY);
        var entries = Short.toUnsignedInt(end.getShort(10));
        var position = Integer.toUnsignedLong(end.getInt(16));
        for (var entry = 0; entry < entries; entry++) {
            var known = read(position, DIRECTORY_LENGTH, IN_DIRECTORY);
            var at = Integer.toUnsignedLong(known.getInt(42));
            read(at, Integer.BYTES, AT_ENTRY);
            write(position + 12);
            write(at + 10);
            position += DIRECTORY_LENGTH + length(known, 28) + length(known, 30) + length(known, 32);
        }
    }

    private ByteBuffer read(long position, int length, int signature) throws IOException {
        var buffer = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        while (buffer.hasRemaining()) {
            if (file.read(buffer, position + buffer.position()) < 0) {
                throw new EOFException("The file ends at " + position);
            }
        }
        if (buffer.getInt(0) != signature) {
            throw new IOException("At %d there is not what a ZIP file has there".formatted(position));
        }
        return buffer;
    }

    private void write(long position) throws IOException {
        var buffer = ByteBuffer.allocate(Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        file.write(buffer.putInt(date).flip(), position);
    }

    private static int length(ByteBuffer header, int at) {
        return Short.toUnsignedInt(header.getShort(at));
    }

    /** The time in the lower half, of two seconds each, and the date in the upper, from 1980 on. */
    private static int inDos(OffsetDateTime date) {
        var utc = date.withOffsetSameInstant(ZoneOffset.UTC);
        return (utc.getYear() - 1980) << 25
                | utc.getMonthValue() << 21
                | utc.getDayOfMonth() << 16
                | utc.getHour() << 11
                | utc.getMinute() << 5
                | utc.getSecond() / 2;
    }
}
