package foyer.media.captions;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** As much of fragmented MP4 as tells times (ISO/IEC 14496-12). */
public final class SomeMp4 {
    private static final int TRACK = 7;

    private SomeMp4() {}

    /** @param scale units a second of its only track */
    public static byte[] initialization(int scale) {
        var head = full("tkhd", 0, bytes(12).putInt(8, TRACK));
        var media = box("mdia", full("mdhd", 0, bytes(12).putInt(8, scale)));
        return joined(box("ftyp", new byte[4]), box("moov", joined(other(), box("trak", joined(head, media)))));
    }

    /** The same with times of eight bytes. */
    public static byte[] longInitialization(int scale) {
        var head = full("tkhd", 1, bytes(20).putInt(16, TRACK));
        var media = box("mdia", full("mdhd", 1, bytes(20).putInt(16, scale)));
        return box("moov", box("trak", joined(head, media)));
    }

    /** With a picture behind it. */
    public static byte[] segment(long begins) {
        return joined(
                box("styp", new byte[4]),
                fragment(full("tfdt", 1, bytes(8).putLong(0, begins))),
                box("mdat", new byte[100]));
    }

    static byte[] shortSegment(int begins) {
        return fragment(full("tfdt", 0, bytes(4).putInt(0, begins)));
    }

    static byte[] fragment(byte[] time) {
        var head = full("tfhd", 0, bytes(4).putInt(0, TRACK));
        return box("moof", joined(full("mfhd", 0, bytes(4)), box("traf", joined(head, time))));
    }

    static byte[] box(String type, byte[] content) {
        return joined(
                ByteBuffer.allocate(4).putInt(0, 8 + content.length).array(),
                type.getBytes(StandardCharsets.US_ASCII),
                content);
    }

    static byte[] joined(byte[]... parts) {
        var whole = new ByteArrayOutputStream();
        for (var part : parts) {
            whole.writeBytes(part);
        }
        return whole.toByteArray();
    }

    /** Another track, which counts otherwise. */
    private static byte[] other() {
        var head = full("tkhd", 0, bytes(12).putInt(8, TRACK + 1));
        return box("trak", joined(head, box("mdia", full("mdhd", 0, bytes(12).putInt(8, 48_000)))));
    }

    private static byte[] full(String type, int version, ByteBuffer content) {
        var bytes = new byte[content.capacity()];
        content.get(0, bytes);
        return box(type, joined(new byte[] {(byte) version, 0, 0, 0}, bytes));
    }

    private static ByteBuffer bytes(int count) {
        return ByteBuffer.allocate(count);
    }
}
