package org.hepatica;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.URISyntaxException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.permission.FsPermission;
import org.hepatica.lake.disk.DiskContext;
import org.hepatica.lake.disk.RawDisk;

/**
 * The program's own disk, until a test fills it, mounts it read-only or acts while it is written.
 *
 * <p>A real full disk would be a mounted one, which not every machine that runs the tests may make.
 * This is the nearest to it: files can be made, and what is written into them goes to {@code
 * /dev/full}, so that the kernel says no, and Hadoop's and Spark's own code hears it. Of a
 * read-only disk Hadoop is told what the kernel would tell it.
 */
public final class FaultyDisk extends LocalFileSystem {

  private enum State {
    GOOD,
    FULL,
    READ_ONLY
  }

  private static volatile State state = State.GOOD;
  private static volatile String place;
  private static volatile Runnable action;

  /** For Hadoop, which makes file systems by their class name. */
  public FaultyDisk() {
    super(new Raw());
  }

  /** From the first file on whose path has a text, everything that is written finds no space. */
  public static synchronized void fillAt(String path) {
    doAt(path, () -> state = State.FULL);
  }

  /** From now on nothing is made, moved or removed. */
  public static synchronized void mountReadOnly() {
    state = State.READ_ONLY;
  }

  /** Acts once, before the first file or folder is made whose path has a text. */
  public static synchronized void doAt(String path, Runnable what) {
    place = path;
    action = what;
  }

  /** As new. */
  public static synchronized void mend() {
    state = State.GOOD;
    place = null;
    action = null;
  }

  private static synchronized void pass(Path path) throws IOException {
    if (place != null && path.toUri().getPath().contains(place)) {
      place = null;
      action.run();
    }
    if (state == State.READ_ONLY) {
      throw new IOException(path.toUri().getPath() + ": Read-only file system");
    }
  }

  /** The same behind Hadoop's other interface. */
  public static final class Context extends DiskContext {

    /** For Hadoop, which calls this constructor by reflection. */
    public Context(URI uri, Configuration configuration) throws IOException, URISyntaxException {
      super(new Raw(), configuration);
    }
  }

  private static final class Raw extends RawDisk {

    private static final Path FULL = new Path("/dev/full");

    @Override
    protected OutputStream createOutputStreamWithMode(
        Path file, boolean append, FsPermission permission) throws IOException {
      pass(file);
      OutputStream real = super.createOutputStreamWithMode(file, append, permission);
      if (state != State.FULL) {
        return real;
      }
      real.close();
      return super.createOutputStreamWithMode(FULL, true, null);
    }

    @Override
    public boolean mkdirs(Path folder) throws IOException {
      pass(folder);
      return super.mkdirs(folder);
    }

    @Override
    public boolean rename(Path from, Path to) throws IOException {
      pass(to);
      return super.rename(from, to);
    }

    @Override
    public boolean delete(Path path, boolean recursive) throws IOException {
      pass(path);
      return super.delete(path, recursive);
    }
  }
}
