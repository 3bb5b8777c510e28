package org.hepatica.lake.disk;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.ChecksumFs;
import org.apache.hadoop.fs.DelegateToFileSystem;
import org.apache.hadoop.fs.FsConstants;
import org.apache.hadoop.fs.FsServerDefaults;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.local.LocalConfigKeys;

/**
 * The same disk behind Hadoop's other interface, {@code fs.AbstractFileSystem.file.impl}, by which
 * Delta commits.
 */
public class DiskContext extends ChecksumFs {

  /** For Hadoop, which calls this constructor by reflection. */
  public DiskContext(URI uri, Configuration configuration) throws IOException, URISyntaxException {
    this(new RawDisk(), configuration);
  }

  /** Of a disk that is another. */
  protected DiskContext(RawDisk disk, Configuration configuration)
      throws IOException, URISyntaxException {
    super(new Raw(disk, configuration));
  }

  /** Without checksum files. */
  private static final class Raw extends DelegateToFileSystem {

    Raw(RawDisk disk, Configuration configuration) throws IOException, URISyntaxException {
      super(
          FsConstants.LOCAL_FS_URI,
          disk,
          configuration,
          FsConstants.LOCAL_FS_URI.getScheme(),
          false);
    }

    @Override
    public int getUriDefaultPort() {
      return -1;
    }

    @Override
    @Deprecated
    public FsServerDefaults getServerDefaults() throws IOException {
      return LocalConfigKeys.getServerDefaults();
    }

    @Override
    public FsServerDefaults getServerDefaults(Path path) throws IOException {
      return LocalConfigKeys.getServerDefaults();
    }

    @Override
    public boolean isValidName(String source) {
      // The disk itself says which names it takes.
      return true;
    }
  }
}
