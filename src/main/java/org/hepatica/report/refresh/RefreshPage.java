package org.hepatica.report.refresh;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hepatica.report.Page;
import org.hepatica.report.ReportInput;
import org.hepatica.report.Section;
import org.hepatica.report.figure.Drawing;
import org.hepatica.report.figure.Images;

/**
 * Writes {@code refresh.html}: what the night changed, on one page that needs nothing but a
 * browser. The same input gives the same bytes.
 */
public final class RefreshPage {

  private static final List<Page.Link> REPORT =
      List.of(new Page.Link("report.html", "The study's report"));

  private RefreshPage() {}

  /**
   * Writes the page.
   *
   * @param input with the rows of {@code Refresh.ALL} among its results
   * @param out folder; made when it is not there
   * @return the file
   */
  public static Path write(ReportInput input, Path out) {
    Night night = new Night(input);
    List<Section> sections =
        List.of(
            SentenceSection.of(night),
            PatientsSection.of(night),
            ImplausibleSection.of(night),
            MovedSection.of(night),
            TrendSection.of(night),
            AlertsSection.of(night));
    Map<String, String> svg =
        sections.stream()
            .flatMap(section -> section.figures().stream())
            .collect(Collectors.toMap(Drawing::id, Images::svg));
    String html = Page.html("What changed", input, sections, svg, REPORT);
    try {
      Files.createDirectories(out);
      return Files.writeString(out.resolve("refresh.html"), html, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write refresh.html to " + out, e);
    }
  }
}
