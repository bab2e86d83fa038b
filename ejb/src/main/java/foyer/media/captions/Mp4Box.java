package foyer.media.captions;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A box of an MP4 file, as far as its bytes are there: of a large file the beginning is enough for those that come first.
 *
 * @param content what follows its size and its type
 * @see <a href="https://www.iso.org/standard/83102.html">ISO/IEC 14496-12, 4.2</a>
 */
record Mp4Box(String type, ByteBuffer content) {
    private static final int HEAD = 8;
    private static final int LONG_HEAD = 16;
    private static final int TYPE = 4;
    private static final long TO_THE_END = 0;
    private static final long IN_EIGHT_BYTES = 1;

    static Mp4Box file(byte[] bytes) {
        return new Mp4Box("", ByteBuffer.wrap(bytes));
    }

    /** In their order. */
    List<Mp4Box> children(String wanted) {
        return children().stream().filter(box -> box.type.equals(wanted)).toList();
    }

    /** The first there is down this way. */
    Optional<Mp4Box> find(String... way) {
        var found = Optional.of(this);
        for (var next : way) {
            found = found.flatMap(box -> box.children(next).stream().findFirst());
        }
        return found;
    }

    /** Whether so many of its bytes are there. */
    boolean has(int bytes) {
        return content.limit() >= bytes;
    }

    /** Of a box that has one: its first byte, which has to be there. */
    int version() {
        return Byte.toUnsignedInt(content.get(0));
    }

    private List<Mp4Box> children() {
        var found = new ArrayList<Mp4Box>();
        var at = 0;
        while (at + HEAD <= content.limit()) {
            var size = Integer.toUnsignedLong(content.getInt(at));
            var head = HEAD;
            if (size == IN_EIGHT_BYTES && at + LONG_HEAD <= content.limit()) {
                size = content.getLong(at + HEAD);
                head = LONG_HEAD;
            }
            var end = size == TO_THE_END ? content.limit() : at + size;
            if (end < at + head) {
                break;
            }
            var there = (int) Math.min(end, content.limit());
            found.add(new Mp4Box(typeAt(at + TYPE), content.slice(at + head, there - at - head)));
            at = there;
        }
        return found;
    }

    private String typeAt(int at) {
        var name = new byte[TYPE];
        content.get(at, name);
        return new String(name, StandardCharsets.ISO_8859_1);
    }
}
