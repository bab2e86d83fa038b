package foyer.whole;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.HexFormat;

/**
 * How a client begins that knows no newer version than this one (RFC 5246, 7.4.1.2). It is written byte by byte, for a JVM that
 * speaks TLS 1.1 has to be told so before it starts.
 */
enum TlsGreeting {
    TLS_1_0(0x0301),
    TLS_1_1(0x0302),
    TLS_1_2(0x0303);

    private static final int HANDSHAKE = 22;
    private static final int ALERT = 21;
    private static final int CLIENT_HELLO = 1;
    private static final int PATIENCE = (int) Duration.ofSeconds(20).toMillis();

    /** ECDHE and RSA, each with AES-CBC, which all three versions know, and ECDHE with AES-GCM, which is for the newest alone. */
    private static final String CIPHER_SUITES = "0006" + "c013" + "002f" + "c02f";

    private static final String NO_COMPRESSION = "01" + "00";

    /** The curve P-256, uncompressed points, RSA and ECDSA with SHA-256 and RSA with SHA-1. */
    private static final String EXTENSIONS =
            "001c" + "000a000400020017" + "000b00020100" + "000d000a00080401040308040201";

    private final short version;

    TlsGreeting(int version) {
        this.version = (short) version;
    }

    /** Whether the server goes on with it; one that does not says so or hangs up. */
    boolean isAnsweredBy(URI server) throws IOException {
        try (var socket = new Socket(server.getHost(), server.getPort())) {
            socket.setSoTimeout(PATIENCE);
            socket.getOutputStream().write(bytes());
            return goesOn(new DataInputStream(socket.getInputStream()));
        }
    }

    private static boolean goesOn(DataInputStream answer) throws IOException {
        try {
            var kind = answer.readUnsignedByte();
            if (kind != HANDSHAKE && kind != ALERT) {
                throw new AssertionError("No server of TLS answers with a record of kind " + kind);
            }
            return kind == HANDSHAKE;
        } catch (EOFException | SocketException hungUp) {
            return false;
        }
    }

    private byte[] bytes() {
        var rest = HexFormat.of().parseHex("00" + CIPHER_SUITES + NO_COMPRESSION + EXTENSIONS);
        var hello = ByteBuffer.allocate(Short.BYTES + 32 + rest.length)
                .putShort(version)
                .put(new byte[32])
                .put(rest);
        var message = ByteBuffer.allocate(Integer.BYTES + hello.capacity())
                .putInt(CLIENT_HELLO << 24 | hello.capacity())
                .put(hello.array());
        return ByteBuffer.allocate(1 + 2 * Short.BYTES + message.capacity())
                .put((byte) HANDSHAKE)
                .putShort((short) 0x0301)
                .putShort((short) message.capacity())
                .put(message.array())
                .array();
    }
}
