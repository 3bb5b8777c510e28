package org.hepatica.source.platform;

import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.hepatica.genomics.GenomeSample;
import org.hepatica.source.format.FileContext;
import org.hepatica.source.format.SourceRecord;
import org.hepatica.source.format.StreamReader;

/** Callable regions of one sample, which is the file's name up to its first dot. */
final class CallableBedReader implements StreamReader {

  private static final long serialVersionUID = 1L;

  @Override
  public boolean namedBySample() {
    return true;
  }

  @Override
  public Set<String> identifyingColumns() {
    return Set.of(VcfReader.SAMPLE + 1);
  }

  @Override
  public Iterator<SourceRecord> read(InputStream in, FileContext file) throws IOException {
    return new Regions(in, file);
  }

  private static final class Regions extends TextLines {
    private final String sample;
    private final Loci loci;

    Regions(InputStream in, FileContext file) throws IOException {
      super(in, file);
      this.loci = new Loci(file.loci());
      String name = file.file().substring(file.file().lastIndexOf('/') + 1);
      this.sample = name.contains(".") ? name.substring(0, name.indexOf('.')) : name;
    }

    @Override
    SourceRecord record(long line, String text) {
      boolean comment =
          text.isBlank()
              || text.startsWith("#")
              || text.startsWith("track")
              || text.startsWith("browser");
      if (comment) {
        return null;
      }
      String[] fields = text.split("\t", -1);
      if (fields.length < 3 || !fields[1].matches("\\d{1,9}") || !fields[2].matches("\\d{1,9}")) {
        return SourceRecord.defective(
            line, Map.of(), "malformed", "a region needs a contig, a start and an end, by tabs");
      }
      int start = Integer.parseInt(fields[1]) + 1;
      int end = Integer.parseInt(fields[2]);
      boolean callable =
          fields.length < 4 || fields[3].strip().toUpperCase(Locale.ROOT).equals("CALLABLE");
      return callable && loci.overlap("", fields[0], start, end)
          ? SourceRecord.of(line, region(fields[0], start, end))
          : null;
    }

    private Map<String, String> region(String contig, int start, int end) {
      Map<String, String> cells = new LinkedHashMap<>();
      cells.put(GenomeSample.KIND, "region");
      cells.put(VcfReader.SAMPLES, "1");
      cells.put(VcfReader.SAMPLE + 1, sample);
      cells.put("CHROM", contig);
      cells.put("POS", String.valueOf(start));
      cells.put("END", String.valueOf(end));
      return cells;
    }
  }
}
