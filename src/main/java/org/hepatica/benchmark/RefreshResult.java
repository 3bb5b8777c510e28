package org.hepatica.benchmark;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.hepatica.ml.show.Format;

/**
 * What nights cost and what was proved of them.
 *
 * @param measurements in the order in which they were made
 * @param proofs likewise
 */
public record RefreshResult(List<RefreshMeasurement> measurements, List<RefreshProof> proofs) {

  /** Copies the lists. */
  public RefreshResult {
    measurements = List.copyOf(measurements);
    proofs = List.copyOf(proofs);
  }

  /** In a format: JSON has measurements and proofs, CSV a row a measurement. */
  public String as(Format format) {
    return switch (format) {
      case TEXT -> new RefreshText(this).text();
      case CSV -> MeasurementFiles.csvOfNights(measurements);
      case JSON -> MeasurementFiles.json(this);
    };
  }

  /** Whether all tables were those that they should be. */
  @JsonIgnore
  public boolean isTrustworthy() {
    return problems().isEmpty();
  }

  /** What was not as it should be, in words. */
  public List<String> problems() {
    return proofs.stream()
        .flatMap(proof -> proof.problems().stream().map(words -> proof.scenario() + ": " + words))
        .toList();
  }

  /** The goals that were missed, in words. */
  public List<String> missed() {
    List<String> words = new ArrayList<>();
    for (RefreshMeasurement one : measurements) {
      if (Objects.equals(one.met(), false)) {
        words.add("%s: the goal is %s".formatted(one.scenario(), one.goal()));
      }
    }
    return words;
  }
}
