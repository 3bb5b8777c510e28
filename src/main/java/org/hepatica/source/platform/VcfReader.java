package org.hepatica.source.platform;

import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hepatica.genomics.GenomeSample;
import org.hepatica.source.format.FileContext;
import org.hepatica.source.format.RefusedFileException;
import org.hepatica.source.format.SourceRecord;
import org.hepatica.source.format.StreamReader;

/**
 * VCF 4.x: one record of the header, then one a line that overlaps a known codon. The samples of a
 * line stand in numbered columns: {@code SAMPLE_1, ROLE_1, GT_1, DP_1, ...}, up to {@code SAMPLES}.
 */
final class VcfReader implements StreamReader {

  private static final long serialVersionUID = 1L;

  @Override
  public boolean namedBySample() {
    return true;
  }

  static final String SAMPLES = "SAMPLES";
  static final String SAMPLE = "SAMPLE_";
  private static final int MOST_SAMPLES = 100;
  private static final Pattern END = Pattern.compile("(?:^|;)END=(\\d{1,9})(?:;|$)");
  private static final Set<String> KEPT = Set.of("GT", "DP", "MIN_DP", "AD");

  @Override
  public Set<String> identifyingColumns() {
    return IntStream.rangeClosed(1, MOST_SAMPLES)
        .mapToObj(i -> SAMPLE + i)
        .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public Iterator<SourceRecord> read(InputStream in, FileContext file) throws IOException {
    return new Lines(in, file);
  }

  @Override
  public void check(InputStream in, FileContext file) throws IOException {
    new Lines(in, file);
  }

  private static final class Lines extends TextLines {
    private final VcfHeader header = new VcfHeader();
    private final StatedEffects effects = new StatedEffects();
    private final Loci loci;
    private final String build;
    private boolean headerGiven;
    private String elsewhere;
    private String held;

    Lines(InputStream in, FileContext file) throws IOException {
      super(in, file);
      this.loci = new Loci(file.loci());
      String line = advance();
      while (line != null && line.startsWith("##")) {
        header.add(line);
        effects.add(line);
        line = advance();
      }
      if (line == null || !line.startsWith("#CHROM")) {
        throw new RefusedFileException(
            "line " + number() + " is not the #CHROM line of a VCF; deliver the whole file");
      }
      header.columns(line);
      if (header.size() == 0 || header.size() > MOST_SAMPLES) {
        throw new RefusedFileException(
            "there are "
                + header.size()
                + " sample columns; deliver files of 1 to "
                + MOST_SAMPLES
                + " samples");
      }
      this.build = header.build();
      this.held = line;
    }

    @Override
    String opening() {
      String first = held;
      held = null;
      return first;
    }

    @Override
    SourceRecord record(long line, String text) {
      if (!headerGiven) {
        headerGiven = true;
        return SourceRecord.of(line, cells("sample"));
      }
      int tab = text.indexOf('\t');
      String contig = tab < 0 ? text : text.substring(0, tab);
      if (tab >= 0 && loci.onChromosome(contig)) {
        return variant(line, text);
      }
      if (contig.equals(elsewhere)) {
        return null;
      }
      elsewhere = header.knows(contig) ? contig : elsewhere;
      return contig.equals(elsewhere) ? null : stray(line);
    }

    /** It may have been of a chromosome that matters: the samples are in doubt. */
    private SourceRecord stray(long line) {
      return SourceRecord.defective(
          line,
          cells(SourceRecord.UNREADABLE),
          "unknown-contig",
          "the line is on no contig of the header and on no chromosome; deliver the whole file");
    }

    private SourceRecord variant(long line, String text) {
      String[] fields = text.split("\t", header.size() + 10);
      if (fields.length != header.size() + 9 || !fields[1].matches("\\d{1,9}")) {
        return SourceRecord.defective(
            line,
            cells(SourceRecord.UNREADABLE),
            "malformed",
            "the line has not the header's columns or no position; deliver the whole file");
      }
      int start = Integer.parseInt(fields[1]);
      Matcher info = END.matcher(fields[7]);
      boolean alternate = hasAlternate(fields[4]);
      int end =
          !alternate && info.find()
              ? Integer.parseInt(info.group(1))
              : start + fields[3].length() - 1;
      if (!loci.overlap(build, fields[0], start - 1, end + 1)) {
        return null;
      }
      Map<String, String> cells = cells(alternate ? "variant" : "block");
      cells.put("CHROM", fields[0]);
      cells.put("POS", fields[1]);
      cells.put("END", String.valueOf(end));
      cells.put("REF", fields[3]);
      cells.put("ALT", fields[4]);
      cells.put("FILTER", fields[6]);
      String stated = effects.of(fields[7]);
      if (!stated.isEmpty()) {
        cells.put(GenomeSample.EFFECTS, stated);
      }
      samples(cells, fields);
      return SourceRecord.of(line, cells);
    }

    private Map<String, String> cells(String kind) {
      Map<String, String> cells = new LinkedHashMap<>();
      cells.put(GenomeSample.KIND, kind);
      cells.put(GenomeSample.BUILD, build);
      cells.put(SAMPLES, String.valueOf(header.size()));
      for (int i = 0; i < header.size(); i++) {
        cells.put(SAMPLE + (i + 1), header.sample(i));
        cells.put(GenomeSample.ROLE + "_" + (i + 1), header.role(i));
      }
      return cells;
    }

    private void samples(Map<String, String> cells, String[] fields) {
      String[] keys = fields[8].split(":");
      for (int i = 0; i < header.size(); i++) {
        String[] values = fields[9 + i].split(":");
        for (int k = 0; k < Math.min(keys.length, values.length); k++) {
          if (KEPT.contains(keys[k])) {
            cells.put(keys[k] + "_" + (i + 1), values[k]);
          }
          if (keys[k].equals("GT") && header.role(i).equals("normal")) {
            cells.putIfAbsent(GenomeSample.NORMAL_GENOTYPE, values[k]);
          }
        }
      }
    }

    /** Whether an alternate allele is more than the placeholder of a reference block. */
    private static boolean hasAlternate(String alternates) {
      for (String alternate : alternates.split(",")) {
        boolean placeholder =
            alternate.equals(".") || alternate.equals("<NON_REF>") || alternate.equals("<*>");
        if (!placeholder) {
          return true;
        }
      }
      return false;
    }
  }
}
