package foyer.media.local;

import java.util.List;
import java.util.Map;

/** A value of AMF 0, which the commands of RTMP are made of: Action Message Format, Adobe 2007. */
sealed interface Amf0 {
    /** A number, or a date in milliseconds. */
    record Numeral(double value) implements Amf0 {}

    /** True or false. */
    record Truth(boolean value) implements Amf0 {}

    /** A text of any length. */
    record Text(String value) implements Amf0 {
        // It may be a stream key.
        @Override
        public String toString() {
            return "Text of " + value.length();
        }
    }

    /** An object, whatever its class, or an array with names. */
    record Fields(Map<String, Amf0> values) implements Amf0 {
        /** Empty where there is no such field, or no text in it. */
        String text(String name) {
            return values.get(name) instanceof Text text ? text.value() : "";
        }
    }

    /** An array that counts. */
    record Items(List<Amf0> values) implements Amf0 {}

    /** Null, undefined, or what AMF 0 cannot say. */
    record Nothing() implements Amf0 {}
}
