package foyer.sandbox.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** The body of an answer, in memory or streamed through. */
public interface Content {
    /** In bytes; -1 where it is not known beforehand. */
    long length();

    void writeTo(OutputStream out) throws IOException;

    static Content of(byte[] bytes) {
        return of(bytes, 0, bytes.length);
    }

    static Content of(byte[] bytes, int from, int length) {
        return new Content() {
            @Override
            public long length() {
                return length;
            }

            @Override
            public void writeTo(OutputStream out) throws IOException {
                out.write(bytes, from, length);
            }
        };
    }

    static Content of(InputStream stream, long length) {
        return new Content() {
            @Override
            public long length() {
                return length;
            }

            @Override
            public void writeTo(OutputStream out) throws IOException {
                try (stream) {
                    stream.transferTo(out);
                }
            }
        };
    }
}
