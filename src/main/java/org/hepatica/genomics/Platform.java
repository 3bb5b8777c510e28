package org.hepatica.genomics;

import java.util.Arrays;
import java.util.Locale;

/** A kind of laboratory method. */
public enum Platform {
  /** Hybrid-capture panel, in cBioPortal's staging files. */
  IMPACT,
  /** Hotspot genotyping by mass spectrometry. */
  SEQUENOM,
  /** Sanger sequencing reports. */
  SANGER,
  /** Whole-genome sequencing. */
  WGS;

  /** As tables and configuration write it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The platform of a label. */
  public static Platform of(String label) {
    return Arrays.stream(values())
        .filter(platform -> platform.label().equals(label))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "no platform is called '"
                        + label
                        + "'; there are impact, sequenom, sanger, wgs"));
  }
}
