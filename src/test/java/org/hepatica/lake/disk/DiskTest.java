package org.hepatica.lake.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.CreateFlag;
import org.apache.hadoop.fs.FileContext;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Options.CreateOpts;
import org.apache.hadoop.fs.Options.Rename;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.permission.FsPermission;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The disk without child processes behaves as Hadoop's own. */
class DiskTest {

  @TempDir private java.nio.file.Path folder;
  private final Configuration configuration = new Configuration(false);
  private FileSystem disk;

  @BeforeEach
  void open() throws IOException {
    configuration.set("fs.file.impl", Disk.class.getName());
    configuration.set("fs.AbstractFileSystem.file.impl", DiskContext.class.getName());
    disk = FileSystem.newInstance(URI.create("file:///"), configuration);
  }

  @Test
  void permissionsAreSetAsAsked() throws IOException {
    java.nio.file.Path file = Files.writeString(folder.resolve("a"), "a");
    for (short mode : new short[] {0600, 0640, 0755, 0444}) {
      disk.setPermission(path("a"), new FsPermission(mode));
      assertThat(Files.getPosixFilePermissions(file))
          .isEqualTo(PosixFilePermissions.fromString(rwx(mode)));
      assertThat(disk.getFileStatus(path("a")).getPermission()).isEqualTo(new FsPermission(mode));
    }
  }

  @Test
  void theStickyBitIsSetToo() throws IOException {
    FsPermission sticky = new FsPermission((short) 01755);
    Files.createDirectory(folder.resolve("d"));

    disk.setPermission(path("d"), sticky);

    assertThat(Files.getAttribute(folder.resolve("d"), "unix:mode"))
        .asInstanceOf(InstanceOfAssertFactories.INTEGER)
        .satisfies(mode -> assertThat(mode & 01777).isEqualTo(01755));
  }

  @Test
  void statusOfAFileAndOfALinkAreAsHadoopTellsThem() throws IOException {
    Files.writeString(folder.resolve("a"), "content");
    Files.createSymbolicLink(folder.resolve("link"), folder.resolve("a"));
    URI local = URI.create("file:///");
    FileContext ours = FileContext.getFileContext(local, configuration);
    FileContext hadoop = FileContext.getFileContext(local, new Configuration());

    for (String name : new String[] {"a", "link"}) {
      assertThat(ours.getFileLinkStatus(path(name)).isSymlink())
          .isEqualTo(hadoop.getFileLinkStatus(path(name)).isSymlink());
      assertThat(disk.getFileStatus(path(name)).getLen()).isEqualTo(7);
    }
    assertThatThrownBy(() -> ours.getFileLinkStatus(path("none")))
        .isInstanceOf(FileNotFoundException.class);
  }

  @Test
  void aCommitByRenameNeverReplacesWhatIsThere() throws IOException {
    FileContext context = FileContext.getFileContext(URI.create("file:///"), configuration);
    assertThat(context.getDefaultFileSystem()).isInstanceOf(DiskContext.class);
    write(context, "first.tmp", "first");
    write(context, "second.tmp", "second");
    context.rename(path("first.tmp"), path("0.json"), Rename.NONE);

    assertThatThrownBy(() -> context.rename(path("second.tmp"), path("0.json"), Rename.NONE))
        .isInstanceOf(IOException.class);
    assertThat(folder.resolve("0.json")).hasContent("first");
    assertThat(folder.resolve(".0.json.crc")).exists();
  }

  private void write(FileContext context, String name, String text) throws IOException {
    try (var out =
        context.create(path(name), EnumSet.of(CreateFlag.CREATE), CreateOpts.createParent())) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
  }

  private Path path(String name) {
    return new Path(folder.resolve(name).toUri());
  }

  private static String rwx(short mode) {
    return new FsPermission(mode).toString();
  }
}
