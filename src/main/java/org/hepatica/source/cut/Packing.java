package org.hepatica.source.cut;

import htsjdk.samtools.util.BlockCompressedInputStream;
import htsjdk.samtools.util.BlockCompressedOutputStream;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.hepatica.source.format.Decompressed;

/** Compresses what is written as another file is compressed: not at all, by gzip, by bgzip. */
final class Packing {

  private Packing() {}

  static OutputStream as(Path file, Path written) throws IOException {
    OutputStream out = new BufferedOutputStream(Files.newOutputStream(written), 1 << 16);
    if (!Decompressed.isCompressed(file)) {
      return out;
    }
    return isInBlocks(file)
        ? new BlockCompressedOutputStream(out, (File) null)
        : new GZIPOutputStream(out);
  }

  private static boolean isInBlocks(Path file) throws IOException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
      return BlockCompressedInputStream.isValidFile(in);
    }
  }
}
