package foyer.media.local;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What one side asks of the other, or answers: chapter 7.2 of RTMP 1.0.
 *
 * @param transaction ties an answer to its question; 0 where none is awaited
 * @param arguments the first is that of the command itself, often nothing
 */
record RtmpCommand(String name, double transaction, List<Amf0> arguments) {
    private static final String RESULT = "_result";

    static RtmpCommand of(String name, double transaction, Amf0... arguments) {
        return new RtmpCommand(name, transaction, Arrays.asList(arguments));
    }

    static RtmpCommand result(RtmpCommand asked, Amf0... arguments) {
        return of(RESULT, asked.transaction(), arguments);
    }

    /** How something goes on: {@code level} is status or error. */
    static RtmpCommand status(String level, String code, String description) {
        return of("onStatus", 0, new Amf0.Nothing(), information(level, code, description));
    }

    static Amf0.Fields information(String level, String code, String description) {
        Map<String, Amf0> fields = new LinkedHashMap<>();
        fields.put("level", new Amf0.Text(level));
        fields.put("code", new Amf0.Text(code));
        fields.put("description", new Amf0.Text(description));
        return new Amf0.Fields(fields);
    }

    /** Empty for messages that are no commands. Fails with {@link NotRtmp} on one without a name. */
    static Optional<RtmpCommand> in(RtmpMessage message) throws NotRtmp {
        return switch (message.type()) {
            case RtmpMessage.COMMAND -> Optional.of(read(message.payload()));
            // What encoders send under this number is AMF 0 after a byte.
            case RtmpMessage.COMMAND_OF_AMF_3 -> Optional.of(read(withoutFirst(message.payload())));
            default -> Optional.empty();
        };
    }

    /** It as a message on a stream. */
    RtmpMessage on(int stream) {
        var values = new ArrayList<Amf0>(List.of(new Amf0.Text(name), new Amf0.Numeral(transaction)));
        values.addAll(arguments);
        return new RtmpMessage(RtmpMessage.COMMAND, 0, stream, Amf0Writer.bytes(values));
    }

    boolean isResultOf(RtmpCommand asked) {
        return name.equals(RESULT) && transaction == asked.transaction();
    }

    /** Of an argument that is an object; one without fields where it is none. */
    Amf0.Fields fields(int argument) {
        return argument < arguments.size() && arguments.get(argument) instanceof Amf0.Fields fields
                ? fields
                : new Amf0.Fields(Map.of());
    }

    /** An argument that is a text; empty where it is none. */
    String text(int argument) {
        return argument < arguments.size() && arguments.get(argument) instanceof Amf0.Text text ? text.value() : "";
    }

    /** An argument that is a whole number. Fails with {@link NotRtmp} where it is none. */
    int number(int argument) throws NotRtmp {
        if (argument < arguments.size() && arguments.get(argument) instanceof Amf0.Numeral number) {
            return (int) number.value();
        }
        throw new NotRtmp("An answer lacks its number.");
    }

    private static RtmpCommand read(byte[] payload) throws NotRtmp {
        var values = Amf0Reader.all(payload);
        if (values.isEmpty() || !(values.get(0) instanceof Amf0.Text name)) {
            throw new NotRtmp("A command has no name.");
        }
        var transaction = values.size() > 1 && values.get(1) instanceof Amf0.Numeral number ? number.value() : 0;
        return new RtmpCommand(name.value(), transaction, values.subList(Math.min(2, values.size()), values.size()));
    }

    private static byte[] withoutFirst(byte[] payload) {
        return Arrays.copyOfRange(payload, Math.min(1, payload.length), payload.length);
    }
}
