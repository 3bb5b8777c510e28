package org.hepatica.source.platform;

import java.util.Map;
import org.hepatica.source.format.StreamReader;

/** The platforms' readers by the format's name in a centre's configuration. */
public final class PlatformFormats {

  private static final Map<String, StreamReader> READERS =
      Map.of(
          "maf", new MafReader(),
          "gene-panel-matrix", new PanelMatrixReader(),
          "clinical-sample", new ClinicalSampleReader(),
          "gene-panel", KeyedList.genePanel(),
          "case-list", KeyedList.caseList(),
          "typer", new TyperReader(),
          "vcf", new VcfReader(),
          "callable-bed", new CallableBedReader());

  private PlatformFormats() {}

  /** Reader by format name. */
  public static Map<String, StreamReader> readers() {
    return READERS;
  }
}
