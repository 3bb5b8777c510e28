package org.hepatica.source.platform;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.hepatica.genomics.ImpactSample;

/** cBioPortal's matrix of samples and panels; of the profiles' columns the mutations' one. */
final class PanelMatrixReader extends ColumnTable {

  private static final long serialVersionUID = 1L;

  private static final String SAMPLE = "SAMPLE_ID";

  @Override
  String column(String delivered) {
    String upper = delivered.toUpperCase(Locale.ROOT);
    if (upper.equals(SAMPLE)) {
      return SAMPLE;
    }
    return upper.contains("MUTATION") ? ImpactSample.MUTATIONS : null;
  }

  @Override
  List<String> required() {
    return List.of(SAMPLE, ImpactSample.MUTATIONS);
  }

  /** The sample: of which panel is not sure. */
  @Override
  Map<String, String> whose(Map<String, String> cells) {
    return unreadable(cells, List.of(SAMPLE));
  }

  @Override
  void complete(Map<String, String> cells) {
    SampleNames.markNormal(cells, SAMPLE);
  }

  @Override
  public Set<String> identifyingColumns() {
    return Set.of(SAMPLE);
  }
}
