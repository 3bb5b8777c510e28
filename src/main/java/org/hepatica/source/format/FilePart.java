package org.hepatica.source.format;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Some whole lines of a file that is not compressed.
 *
 * @param from its first byte, from 0
 * @param to the byte after its last
 * @param firstLine number of its first physical line, from 1
 */
public record FilePart(long from, long to, long firstLine) implements Serializable {

  /** The bytes of the part. */
  public InputStream open(Path path) throws IOException {
    SeekableByteChannel channel = Files.newByteChannel(path);
    try {
      return new Bounded(Channels.newInputStream(channel.position(from)), to - from);
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  /** The first bytes of a stream. */
  private static final class Bounded extends InputStream {
    private final InputStream in;
    private long left;

    Bounded(InputStream in, long length) {
      this.in = in;
      this.left = length;
    }

    @Override
    public int read() throws IOException {
      int octet = left > 0 ? in.read() : -1;
      left -= octet < 0 ? 0 : 1;
      return octet;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      int count = left > 0 ? in.read(target, offset, (int) Math.min(length, left)) : -1;
      left -= Math.max(count, 0);
      return count;
    }

    @Override
    public void close() throws IOException {
      in.close();
    }
  }
}
