package org.hepatica.source.platform;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hepatica.genomics.Bases;
import org.hepatica.genomics.GenomeBuild;

/**
 * What the header of a VCF tells: the build, the sample columns and which of them is normal tissue.
 *
 * <p>Read by hand, as are the lines: htsjdk refuses a whole file for one malformed line or a
 * version it does not know; here a bad line is a record with a defect.
 */
final class VcfHeader {

  private static final Pattern CHROMOSOME = Pattern.compile("[1-9]|1[0-9]|2[0-2]|[XY]|MT?");
  private static final Pattern ATTRIBUTE = Pattern.compile("([A-Za-z_]+)=(\"[^\"]*\"|[^,>]*)");
  private static final Pattern NORMAL_NAME =
      Pattern.compile(".*(?:NORMAL|GERMLINE|BLOOD).*|.*[-_.]N");
  private static final Pattern TUMOR_NAME = Pattern.compile(".*TUMOU?R.*|.*[-_.]T");

  private final Set<String> contigs = new HashSet<>();
  private final Map<String, Map<String, String>> samples = new HashMap<>();
  private final List<String> columns = new ArrayList<>();
  private final Set<String> lengthBuilds = new TreeSet<>();
  private String namedBuild = "";
  private String tumor = "";
  private String normal = "";

  /** Takes a line that starts with {@code ##}. */
  void add(String line) {
    if (line.startsWith("##contig=")) {
      contig(attributes(line));
    } else if (line.startsWith("##reference=")) {
      GenomeBuild.of(value(line)).ifPresent(build -> namedBuild = build.label());
    } else if (line.startsWith("##tumor_sample=")) {
      tumor = value(line);
    } else if (line.startsWith("##normal_sample=")) {
      normal = value(line);
    } else if (line.startsWith("##SAMPLE=")) {
      Map<String, String> attributes = attributes(line);
      samples.put(attributes.getOrDefault("ID", ""), attributes);
    }
  }

  /** Takes the line of column names. */
  void columns(String line) {
    String[] names = line.split("\t", TextLines.MOST_CELLS);
    for (int i = 9; i < names.length; i++) {
      columns.add(names[i].strip());
    }
  }

  /** The build, empty when the header does not say or contradicts itself. */
  String build() {
    String byLength = String.join(" and ", lengthBuilds);
    if (lengthBuilds.size() > 1
        || !byLength.isEmpty() && !namedBuild.isEmpty() && !byLength.equals(namedBuild)) {
      return "contradictory: " + byLength + " by length, " + namedBuild + " by name";
    }
    return byLength.isEmpty() ? namedBuild : byLength;
  }

  /** Number of sample columns. */
  int size() {
    return columns.size();
  }

  /** The name of a sample's column. */
  String column(int column) {
    return columns.get(column);
  }

  /** The sample's name in a column. */
  String sample(int column) {
    String name = columns.get(column);
    return samples.getOrDefault(name, Map.of()).getOrDefault("SampleName", name);
  }

  /** tumor, normal, or empty when nothing tells. */
  String role(int column) {
    String stated = stated(column);
    if (!stated.isEmpty()) {
      return stated;
    }
    boolean otherIsTumor = columns.size() == 2 && stated(1 - column).equals("tumor");
    boolean otherIsNormal =
        columns.size() > 1
            && java.util.stream.IntStream.range(0, columns.size())
                .anyMatch(i -> stated(i).equals("normal"));
    return otherIsTumor ? "normal" : otherIsNormal ? "tumor" : "";
  }

  private String stated(int column) {
    String name = columns.get(column);
    if (name.equals(normal) || sample(column).equals(normal)) {
      return "normal";
    }
    if (name.equals(tumor) || sample(column).equals(tumor)) {
      return "tumor";
    }
    Map<String, String> attributes = new HashMap<>(samples.getOrDefault(name, Map.of()));
    attributes.remove("ID");
    attributes.remove("SampleName");
    String described = String.join(" ", attributes.values()).toUpperCase(Locale.ROOT);
    String role = role(described);
    return role.isEmpty() ? role(name.toUpperCase(Locale.ROOT)) : role;
  }

  private static String role(String text) {
    boolean isNormal = NORMAL_NAME.matcher(text).matches();
    boolean isTumor = TUMOR_NAME.matcher(text).matches();
    if (isNormal == isTumor) {
      return "";
    }
    return isNormal ? "normal" : "tumor";
  }

  /**
   * Whether a contig is one of the header's, or a chromosome. Where the header names none, any is.
   */
  boolean knows(String contig) {
    return contigs.isEmpty()
        || contigs.contains(contig)
        || CHROMOSOME.matcher(Bases.chromosome(contig)).matches();
  }

  private void contig(Map<String, String> attributes) {
    contigs.add(attributes.getOrDefault("ID", ""));
    String chromosome = Bases.chromosome(attributes.getOrDefault("ID", ""));
    length(attributes.getOrDefault("length", ""))
        .flatMap(length -> GenomeBuild.ofLength(chromosome, length))
        .ifPresent(build -> lengthBuilds.add(build.label()));
    if (namedBuild.isEmpty()) {
      GenomeBuild.of(attributes.getOrDefault("assembly", ""))
          .ifPresent(build -> namedBuild = build.label());
    }
  }

  private static Optional<Integer> length(String text) {
    return text.matches("\\d{1,9}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
  }

  private static String value(String line) {
    return line.substring(line.indexOf('=') + 1).strip();
  }

  private static Map<String, String> attributes(String line) {
    Map<String, String> attributes = new HashMap<>();
    Matcher matcher = ATTRIBUTE.matcher(line.substring(line.indexOf('<') + 1));
    while (matcher.find()) {
      attributes.put(matcher.group(1), matcher.group(2).replace("\"", ""));
    }
    return attributes;
  }
}
