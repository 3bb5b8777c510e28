package org.hepatica.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hepatica.report.figure.Drawing;
import org.hepatica.report.figure.Images;
import org.hepatica.table.Refresh;

/**
 * Writes a study's report: one page that needs nothing but a browser, and each figure as SVG and
 * PNG. A section without data is absent. The same input gives the same bytes.
 */
public final class Report {

  private static final double PNG_SCALE = 2;

  private static final List<Function<ReportInput, Optional<Section>>> SECTIONS =
      List.of(
          FlowSection::of,
          Table1Section::of,
          SurvivalSection::of,
          ModelsSection::of,
          SelectionSection::of,
          HazardSection::of,
          RecurrenceSection::of,
          GeneSection::of,
          PublishedSection::of,
          PublishedSection::inconsistencies,
          QualitySection::of,
          MethodsSection::of);

  /** A drawing in both forms. */
  private record Rendered(String id, String svg, byte[] png) {}

  private Report() {}

  /**
   * Writes {@code report.html}, {@code figures/<id>.svg} and {@code figures/<id>.png}.
   *
   * @param input what it is made of
   * @param out folder; made when it is not there
   * @return the files, the page first
   */
  public static List<Path> write(ReportInput input, Path out) {
    List<Section> sections = sections(input);
    List<Rendered> figures =
        sections.stream().flatMap(s -> s.figures().stream()).toList().parallelStream()
            .map(Report::render)
            .toList();
    Map<String, String> svg =
        figures.stream().collect(Collectors.toMap(Rendered::id, Rendered::svg));
    String html = Page.html("Study report", input, sections, svg, links(input));
    try {
      return write(html, figures, out);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write the report to " + out, e);
    }
  }

  /** To the page on what the night changed, when there is one. */
  private static List<Page.Link> links(ReportInput input) {
    return input.rows(Refresh.CHANGE).stream()
        .filter(row -> row.is(Refresh.KIND, Refresh.COMPARED))
        .map(row -> new Page.Link("refresh.html", changed(row.text(Refresh.BEFORE))))
        .limit(1)
        .toList();
  }

  private static String changed(String since) {
    return since.isEmpty() ? "What changed" : "What changed since run " + since;
  }

  static List<Section> sections(ReportInput input) {
    return SECTIONS.stream().map(make -> make.apply(input)).flatMap(Optional::stream).toList();
  }

  private static Rendered render(Drawing drawing) {
    return new Rendered(drawing.id(), Images.svg(drawing), Images.png(drawing, PNG_SCALE));
  }

  private static List<Path> write(String html, List<Rendered> figures, Path out)
      throws IOException {
    Path folder = Files.createDirectories(out.resolve("figures"));
    List<Path> files = new ArrayList<>();
    for (Rendered figure : figures) {
      files.add(Files.writeString(folder.resolve(figure.id() + ".svg"), figure.svg()));
      files.add(Files.write(folder.resolve(figure.id() + ".png"), figure.png()));
    }
    Path page = Files.writeString(out.resolve("report.html"), html, StandardCharsets.UTF_8);
    return Stream.concat(Stream.of(page), files.stream()).toList();
  }
}
