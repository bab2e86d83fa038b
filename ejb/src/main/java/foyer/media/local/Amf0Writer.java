package foyer.media.local;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Writes values of AMF 0. */
final class Amf0Writer {
    private static final int LONGEST = 0xFFFF;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final DataOutputStream out = new DataOutputStream(bytes);

    private Amf0Writer() {}

    static byte[] bytes(List<Amf0> values) {
        var writer = new Amf0Writer();
        try {
            for (var value : values) {
                writer.write(value);
            }
        } catch (IOException never) {
            throw new UncheckedIOException(never);
        }
        return writer.bytes.toByteArray();
    }

    private void write(Amf0 value) throws IOException {
        // Java 17 has no switch over sealed types.
        if (value instanceof Amf0.Numeral number) {
            out.writeByte(0);
            out.writeDouble(number.value());
        } else if (value instanceof Amf0.Truth truth) {
            out.writeByte(1);
            out.writeBoolean(truth.value());
        } else if (value instanceof Amf0.Text text) {
            write(text.value());
        } else if (value instanceof Amf0.Fields fields) {
            write(fields);
        } else if (value instanceof Amf0.Items items) {
            write(items);
        } else {
            out.writeByte(5);
        }
    }

    private void write(String value) throws IOException {
        var text = value.getBytes(StandardCharsets.UTF_8);
        if (text.length > LONGEST) {
            out.writeByte(12);
            out.writeInt(text.length);
        } else {
            out.writeByte(2);
            out.writeShort(text.length);
        }
        out.write(text);
    }

    private void write(Amf0.Fields fields) throws IOException {
        out.writeByte(3);
        for (var field : fields.values().entrySet()) {
            var name = field.getKey().getBytes(StandardCharsets.UTF_8);
            out.writeShort(name.length);
            out.write(name);
            write(field.getValue());
        }
        out.writeShort(0);
        out.writeByte(9);
    }

    private void write(Amf0.Items items) throws IOException {
        out.writeByte(10);
        out.writeInt(items.values().size());
        for (var item : items.values()) {
            write(item);
        }
    }
}
