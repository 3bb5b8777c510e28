package org.hepatica.source.cut;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.hepatica.source.format.FileContext;
import org.hepatica.source.format.RefusedFileException;
import org.hepatica.source.platform.VcfSamples;

/**
 * The columns of a person's samples in a VCF, with the lines of its header that name them. A file
 * without another patient's sample is the person's: what is normal tissue beside it is too.
 */
final class SampleColumns {

  private static final int FIXED = 9;

  private final Whose whose;

  SampleColumns(Whose whose) {
    this.whose = whose;
  }

  Cutting find(Path path, FileContext file) throws IOException {
    List<VcfSamples.Sample> samples = VcfSamples.of(path, file);
    Set<Integer> own = new HashSet<>();
    for (int i = 0; i < samples.size(); i++) {
      if (whose.is(samples.get(i).name()) || whose.is(samples.get(i).column())) {
        own.add(FIXED + i);
      }
    }
    if (own.isEmpty()) {
      return Cutting.NOTHING;
    }
    boolean isAlone =
        java.util.stream.IntStream.range(0, samples.size())
            .allMatch(i -> samples.get(i).isNormal() || own.contains(FIXED + i));
    if (isAlone) {
      return Cutting.whole(samples.size(), tied(samples));
    }
    Charset charset = TextRecords.charset(path, file);
    if (!"\t".equals(new String(new byte[] {'\t'}, charset))) {
      throw new RefusedFileException(
          "columns cannot be cut out of the encoding %s; write the file in UTF-8"
              .formatted(charset));
    }
    LineEdit edit = new Columns(own, names(samples, own), charset);
    return new Cutting(
        own.size(), false, Map.of(), target -> TextRecords.write(path, target, charset, edit));
  }

  private Map<String, Set<String>> tied(List<VcfSamples.Sample> samples) {
    Map<String, Set<String>> tied = new HashMap<>();
    for (int i = 0; i < samples.size(); i++) {
      tied.put("SAMPLE_" + (i + 1), Set.of(whose.hash().apply(samples.get(i).name())));
    }
    return tied;
  }

  private static Set<String> names(List<VcfSamples.Sample> samples, Set<Integer> own) {
    Set<String> names = new HashSet<>();
    for (int column : own) {
      names.add(samples.get(column - FIXED).name());
      names.add(samples.get(column - FIXED).column());
    }
    return names;
  }

  /** Lines byte for byte, by an encoding of single bytes; names by the file's own. */
  private static final class Columns implements LineEdit {

    private final Set<Integer> columns;
    private final Pattern names;
    private final Charset charset;

    Columns(Set<Integer> columns, Set<String> names, Charset charset) {
      this.columns = columns;
      this.charset = charset;
      this.names =
          Pattern.compile(
              names.stream()
                  .map(Pattern::quote)
                  .collect(Collectors.joining("|", "(?<![\\w-])(?:", ")(?![\\w-])")));
    }

    @Override
    public byte[] of(long number, byte[] line) {
      String text = new String(line, StandardCharsets.ISO_8859_1);
      if (text.startsWith("##") || number == 1) {
        return names.matcher(new String(line, charset)).find() ? null : line;
      }
      int end = text.length();
      while (end > 0 && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r')) {
        end--;
      }
      String[] cells = text.substring(0, end).split("\t", -1);
      List<String> left = new ArrayList<>();
      for (int i = 0; i < cells.length; i++) {
        if (!columns.contains(i)) {
          left.add(cells[i]);
        }
      }
      return (String.join("\t", left) + text.substring(end)).getBytes(StandardCharsets.ISO_8859_1);
    }
  }
}
