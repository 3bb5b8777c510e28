package org.hepatica.source.platform;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hepatica.source.format.Decompressed;
import org.hepatica.source.format.FileContext;
import org.hepatica.source.format.RefusedFileException;
import org.hepatica.source.format.TextInput;
import org.hepatica.source.text.BoundedLines;

/** The samples of a VCF, in the order of their columns. */
public final class VcfSamples {

  private static final int LONGEST_LINE = 10 << 20;

  /**
   * A sample.
   *
   * @param column the name of its column
   * @param name the sample's name, which the header may say is another
   * @param isNormal whether the header tells that it is normal tissue
   */
  public record Sample(String column, String name, boolean isNormal) {}

  private VcfSamples() {}

  /** Of a file, read from its header. */
  public static List<Sample> of(Path path, FileContext file) throws IOException {
    try (InputStream in = Decompressed.open(path)) {
      BoundedLines lines = new BoundedLines(TextInput.open(in, file).reader(), LONGEST_LINE);
      VcfHeader header = new VcfHeader();
      while (lines.next()) {
        if (lines.text().startsWith("#CHROM")) {
          header.columns(lines.text());
          return samples(header);
        }
        header.add(lines.text());
      }
      throw new RefusedFileException("there is no #CHROM line; it is no VCF that can be read");
    }
  }

  private static List<Sample> samples(VcfHeader header) {
    List<Sample> samples = new ArrayList<>();
    for (int i = 0; i < header.size(); i++) {
      samples.add(new Sample(header.column(i), header.sample(i), header.role(i).equals("normal")));
    }
    return samples;
  }
}
