package foyer.edge;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.ByteArrayOutputStream;

/** Keeps what a servlet writes. */
final class Bytes extends ServletOutputStream {
    private final ByteArrayOutputStream kept;

    Bytes(ByteArrayOutputStream kept) {
        this.kept = kept;
    }

    @Override
    public void write(int oneByte) {
        kept.write(oneByte);
    }

    @Override
    public boolean isReady() {
        return true;
    }

    @Override
    public void setWriteListener(WriteListener listener) {
        throw new UnsupportedOperationException();
    }
}
