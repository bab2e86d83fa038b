package foyer.media.local;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads values of AMF 0. Takes no more memory than a few times what it reads. */
final class Amf0Reader {
    private static final int DEEPEST = 8;
    private static final int END_OF_FIELDS = 9;

    private final ByteBuffer bytes;

    private Amf0Reader(byte[] bytes) {
        this.bytes = ByteBuffer.wrap(bytes);
    }

    /** All values up to the end. Fails with {@link NotRtmp}. */
    static List<Amf0> all(byte[] bytes) throws NotRtmp {
        var reader = new Amf0Reader(bytes);
        var values = new ArrayList<Amf0>();
        try {
            while (reader.bytes.hasRemaining()) {
                values.add(reader.value(0));
            }
        } catch (BufferUnderflowException cutOff) {
            throw new NotRtmp("A value is cut off.");
        }
        return values;
    }

    private Amf0 value(int depth) throws NotRtmp {
        if (depth > DEEPEST) {
            throw new NotRtmp("Values lie too deep in each other.");
        }
        var marker = bytes.get();
        return switch (marker) {
            case 0 -> new Amf0.Numeral(bytes.getDouble());
            case 1 -> new Amf0.Truth(bytes.get() != 0);
            case 2 -> new Amf0.Text(text(unsignedShort()));
            case 3 -> fields(depth);
            case 5, 6, 13 -> new Amf0.Nothing();
            case 8 -> {
                // How many there will be is a guess, by the specification.
                bytes.getInt();
                yield fields(depth);
            }
            case 10 -> items(depth);
            case 11 -> date();
            case 12, 15 -> new Amf0.Text(text(bytes.getInt()));
            case 16 -> {
                text(unsignedShort());
                yield fields(depth);
            }
            default -> throw new NotRtmp("There is no such kind of value.");
        };
    }

    private Amf0 fields(int depth) throws NotRtmp {
        Map<String, Amf0> values = new LinkedHashMap<>();
        for (var name = text(unsignedShort()); !name.isEmpty(); name = text(unsignedShort())) {
            values.put(name, value(depth + 1));
        }
        if (bytes.get() != END_OF_FIELDS) {
            throw new NotRtmp("A field has no name.");
        }
        return new Amf0.Fields(values);
    }

    private Amf0 items(int depth) throws NotRtmp {
        var count = Integer.toUnsignedLong(bytes.getInt());
        var values = new ArrayList<Amf0>();
        for (var item = 0L; item < count; item++) {
            values.add(value(depth + 1));
        }
        return new Amf0.Items(values);
    }

    private Amf0 date() {
        var date = new Amf0.Numeral(bytes.getDouble());
        // A time zone that is always zero.
        bytes.getShort();
        return date;
    }

    private String text(int length) {
        if (length < 0 || length > bytes.remaining()) {
            throw new BufferUnderflowException();
        }
        var text = new byte[length];
        bytes.get(text);
        return new String(text, StandardCharsets.UTF_8);
    }

    private int unsignedShort() {
        return Short.toUnsignedInt(bytes.getShort());
    }
}
