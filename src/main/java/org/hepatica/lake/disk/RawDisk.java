package org.hepatica.lake.disk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.fs.permission.FsPermission;

/**
 * The local disk as Hadoop sees it; permissions and links are asked of the JDK, not of a child
 * process. A night writes some forty small tables: their thousand child processes took longer than
 * the tables.
 */
public class RawDisk extends RawLocalFileSystem {

  @Override
  public void setPermission(Path path, FsPermission permission) throws IOException {
    java.nio.file.Path file = pathToFile(path).toPath();
    if (permission.getStickyBit() || !posix(file)) {
      super.setPermission(path, permission);
      return;
    }
    String bits =
        permission.getUserAction().SYMBOL
            + permission.getGroupAction().SYMBOL
            + permission.getOtherAction().SYMBOL;
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(bits));
  }

  @Override
  public FileStatus getFileLinkStatus(Path path) throws IOException {
    return Files.isSymbolicLink(pathToFile(path).toPath())
        ? super.getFileLinkStatus(path)
        : getFileStatus(path);
  }

  private static boolean posix(java.nio.file.Path file) {
    return file.getFileSystem().supportedFileAttributeViews().contains("posix");
  }
}
