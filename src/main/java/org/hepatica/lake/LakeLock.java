package org.hepatica.lake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Keeps a second run off a lake. The operating system holds the lock and lets it go when the
 * process ends, however it ends: the file that a killed run leaves locks nobody out.
 */
public final class LakeLock implements AutoCloseable {

  /** Beside the lake's folder, which a run that is refused does not even make. */
  private static final String ENDING = ".lock";

  private static final int LONGEST = 1000;

  private final FileChannel channel;

  private LakeLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Takes the lock.
   *
   * @param lake the folder of the lake, which need not exist yet
   * @param holder who takes it, in one line, for whoever is kept off
   * @throws LakeBusyException if another run has it
   */
  public static LakeLock take(Path lake, String holder) {
    Path folder = lake.toAbsolutePath().normalize();
    Path file = folder.resolveSibling(folder.getFileName() + ENDING);
    try {
      Files.createDirectories(file.getParent());
      FileChannel channel =
          FileChannel.open(
              file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
      if (!took(channel)) {
        String other = holder(channel);
        channel.close();
        throw new LakeBusyException(
            "%s is in use by %s: wait until it ends, or stop it, then run again"
                .formatted(lake, other.isEmpty() ? "another run" : other));
      }
      channel.truncate(0);
      channel.write(ByteBuffer.wrap((holder + "\n").getBytes(StandardCharsets.UTF_8)), 0);
      return new LakeLock(channel);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot lock the lake by " + file, e);
    }
  }

  /** A lock that this very process holds already is refused by the JDK itself. */
  private static boolean took(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  private static String holder(FileChannel channel) throws IOException {
    ByteBuffer text = ByteBuffer.allocate(LONGEST);
    channel.read(text, 0);
    return new String(text.array(), 0, text.position(), StandardCharsets.UTF_8).strip();
  }

  /** Lets the lock go. The file stays: to delete it could take it from under another run. */
  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
