package org.hepatica.report.refresh;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.hepatica.report.Section;
import org.hepatica.report.Show;
import org.hepatica.table.Operational;
import org.hepatica.table.Refresh;

/** What the night changed, in one sentence. */
final class SentenceSection {

  private SentenceSection() {}

  static Section of(Night night) {
    List<String> lines = new ArrayList<>();
    lines.add(night.since().isEmpty() ? first(night) : sentence(night));
    night.of(Refresh.SETTING_CHANGED).stream()
        .map(
            row ->
                "The %s is another than that of the night before, and may have moved results by itself."
                    .formatted(row.text(Operational.COLUMN)))
        .forEach(lines::add);
    return Night.section("sentence", "In one sentence", lines, List.of(), List.of());
  }

  private static String first(Night night) {
    return "This is the first night of the study with %s; there is none to compare it with."
        .formatted(counted(night.count(Refresh.PATIENTS), "patient"));
  }

  private static String sentence(Night night) {
    return String.format(
        Locale.ROOT,
        "Since run %s, %s new, %s gone and %s changed (%s and %s new, follow-up of %s extended);"
            + " %s implausible; %s by what is worth telling.",
        night.since(),
        is(night.count("patients_new"), "patient"),
        Show.count(night.count("patients_gone")),
        Show.count(night.count("patients_changed")),
        counted(night.count("deaths_new"), "death"),
        counted(night.count("recurrences_new"), "recurrence"),
        Show.count(night.count("follow_up_extended")),
        is(night.count("implausible"), "change"),
        counted(night.count("results_moved"), "result") + " moved");
  }

  private static String counted(long n, String what) {
    return Show.count(n) + " " + what + (n == 1 ? "" : "s");
  }

  private static String is(long n, String what) {
    return counted(n, what) + (n == 1 ? " is" : " are");
  }
}
