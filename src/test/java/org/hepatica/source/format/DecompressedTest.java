package org.hepatica.source.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DecompressedTest {

  @TempDir Path folder;

  @Test
  void aFileIsGzipByItsContent() throws IOException {
    assertThat(read("plain".getBytes(StandardCharsets.UTF_8))).isEqualTo("plain");
    assertThat(read(gzip("packed"))).isEqualTo("packed");
    assertThat(read(new byte[0])).isEmpty();
    assertThat(read(new byte[] {0x1F})).isEqualTo("\u001F");
  }

  @Test
  void allPartsOfAnArchiveAreReadAndZerosAfterThem() throws IOException {
    assertThat(read(joined(gzip("one,"), gzip("two"), new byte[600]))).isEqualTo("one,two");
  }

  @Test
  void aPartWhoseBeginningIsBrokenIsNotTakenForTheEnd() {
    byte[] broken = gzip("two");
    broken[0] ^= 1;
    assertThatThrownBy(() -> read(joined(gzip("one"), broken))).isInstanceOf(ZipException.class);
    assertThatThrownBy(() -> read(joined(gzip("one"), new byte[] {'x'})))
        .isInstanceOf(ZipException.class);
  }

  @Test
  void anArchiveThatIsCutBreaks() {
    byte[] whole = gzip("one");
    assertThatThrownBy(() -> read(Arrays.copyOf(whole, whole.length - 4)))
        .isInstanceOf(IOException.class);
  }

  private String read(byte[] content) throws IOException {
    Path file = Files.write(folder.resolve("x"), content);
    try (InputStream in = Decompressed.open(file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static byte[] gzip(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return bytes.toByteArray();
  }

  private static byte[] joined(byte[]... parts) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.write(part);
    }
    return all.toByteArray();
  }
}
