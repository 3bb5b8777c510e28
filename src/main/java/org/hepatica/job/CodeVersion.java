package org.hepatica.job;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.IVersionProvider;

/** The version of the running code: the release's name and a hash of its classes. */
final class CodeVersion implements IVersionProvider {

  private static final String RELEASE = "0.1.0";

  @Override
  public String[] getVersion() {
    return new String[] {"hepatica " + current()};
  }

  /** Such as {@code 0.1.0+3f2a90c1d4e5}; the same classes give the same version. */
  static String current() {
    return Holder.VERSION;
  }

  private static String compute() {
    try {
      Path code =
          Path.of(Hepatica.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (Path file : files(code)) {
        digest.update(code.relativize(file).toString().getBytes());
        update(digest, file);
      }
      return RELEASE + "+" + HexFormat.of().formatHex(digest.digest()).substring(0, 12);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the program's own classes", e);
    } catch (URISyntaxException | NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<Path> files(Path code) throws IOException {
    if (Files.isRegularFile(code)) {
      return List.of(code);
    }
    try (Stream<Path> all = Files.walk(code)) {
      return all.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private static void update(MessageDigest digest, Path file) throws IOException {
    byte[] buffer = new byte[1 << 16];
    try (InputStream in = Files.newInputStream(file)) {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        digest.update(buffer, 0, n);
      }
    }
  }

  private static final class Holder {
    private static final String VERSION = compute();
  }
}
