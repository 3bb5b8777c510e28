package org.hepatica.source.platform;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.hepatica.genomics.TyperSample;

/** A Typer export of a MassARRAY; control wells are marked before their names are hashed. */
final class TyperReader extends ColumnTable {

  private static final long serialVersionUID = 1L;

  private static final Set<String> COLUMNS =
      Set.of(
          "SAMPLE_ID",
          "ASSAY_ID",
          "GENOTYPE_ID",
          "DESCRIPTION",
          "STATUS",
          "WELL_POSITION",
          "PLATE",
          "CHIP");

  @Override
  String column(String delivered) {
    String upper = delivered.toUpperCase(Locale.ROOT);
    return COLUMNS.contains(upper) ? upper : null;
  }

  @Override
  List<String> required() {
    return List.of("SAMPLE_ID", "ASSAY_ID", "GENOTYPE_ID");
  }

  @Override
  boolean hasPreamble() {
    return true;
  }

  @Override
  void complete(Map<String, String> cells) {
    if (SampleNames.isControl(cells.getOrDefault("SAMPLE_ID", ""))) {
      cells.put(TyperSample.CONTROL, "true");
    }
  }

  @Override
  public Set<String> identifyingColumns() {
    return Set.of("SAMPLE_ID");
  }
}
