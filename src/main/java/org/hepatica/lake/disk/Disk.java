package org.hepatica.lake.disk;

import org.apache.hadoop.fs.LocalFileSystem;

/** {@link RawDisk} with Hadoop's checksum files, as {@code fs.file.impl}. */
public final class Disk extends LocalFileSystem {

  /** For Hadoop, which makes file systems by their class name. */
  public Disk() {
    super(new RawDisk());
  }
}
