package org.hepatica.source.platform;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** cBioPortal's clinical sample file. */
final class ClinicalSampleReader extends ColumnTable {

  private static final long serialVersionUID = 1L;

  private static final Set<String> COLUMNS =
      Set.of("SAMPLE_ID", "PATIENT_ID", "SAMPLE_TYPE", "GENE_PANEL");

  @Override
  String column(String delivered) {
    String upper = delivered.toUpperCase(Locale.ROOT);
    return COLUMNS.contains(upper) ? upper : null;
  }

  @Override
  List<String> required() {
    return List.of("SAMPLE_ID", "PATIENT_ID");
  }

  /** The sample: of normal tissue or not, and of which panel, is not sure. */
  @Override
  Map<String, String> whose(Map<String, String> cells) {
    return unreadable(cells, List.of("SAMPLE_ID"));
  }

  @Override
  void complete(Map<String, String> cells) {
    SampleNames.markNormal(cells, "SAMPLE_ID");
  }

  @Override
  public Set<String> identifyingColumns() {
    return Set.of("SAMPLE_ID", "PATIENT_ID");
  }
}
