package org.hepatica.genomics;

import java.io.Serializable;
import java.util.List;

/** Reads what the records of one sample say about the gene. */
@FunctionalInterface
public interface SampleReader extends Serializable {

  /** The reading of one sample's records, in any order. */
  SampleReading read(List<Observation> observations);
}
