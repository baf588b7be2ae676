package dev.freshet.bridge.fact;

import dev.freshet.bridge.stage.PartSource;
import java.io.InputStream;
import org.apache.parquet.io.DelegatingSeekableInputStream;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.SeekableInputStream;

/** A part as Parquet's reader wants it: small reads go through a buffer, large ones straight. */
final class PartInput implements InputFile {
  private static final int BUFFER_BYTES = 64 * 1024;

  private final PartSource source;

  PartInput(PartSource source) {
    this.source = source;
  }

  @Override
  public long getLength() {
    return source.length();
  }

  @Override
  public SeekableInputStream newStream() {
    Ranges ranges = new Ranges(source);
    return new DelegatingSeekableInputStream(ranges) {
      @Override
      public long getPos() {
        return ranges.position;
      }

      @Override
      public void seek(long position) {
        ranges.position = position;
      }
    };
  }

  @Override
  public String toString() {
    return source.name();
  }

  /** Turns reads into ranges. One thread. */
  private static final class Ranges extends InputStream {
    private final PartSource source;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private long bufferStart;
    private int buffered;
    private long position;

    Ranges(PartSource source) {
      this.source = source;
    }

    @Override
    public int read() {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int at, int length) {
      long left = source.length() - position;
      if (left <= 0) {
        return length == 0 ? 0 : -1;
      }
      int wanted = (int) Math.min(length, left);
      int read = wanted >= BUFFER_BYTES ? direct(target, at, wanted) : copied(target, at, wanted);
      position += read;
      return read;
    }

    private int direct(byte[] target, int at, int wanted) {
      source.read(position, target, at, wanted);
      return wanted;
    }

    private int copied(byte[] target, int at, int wanted) {
      if (position < bufferStart || position >= bufferStart + buffered) {
        fill();
      }
      int offset = (int) (position - bufferStart);
      int read = Math.min(wanted, buffered - offset);
      System.arraycopy(buffer, offset, target, at, read);
      return read;
    }

    /** At the end of the part the buffer reaches back, so that a footer comes in one request. */
    private void fill() {
      long lastStart = Math.max(0, source.length() - BUFFER_BYTES);
      long start = Math.min(position, lastStart);
      int size = (int) Math.min(BUFFER_BYTES, source.length() - start);
      buffered = 0;
      source.read(start, buffer, 0, size);
      bufferStart = start;
      buffered = size;
    }
  }
}
