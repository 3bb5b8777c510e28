package org.hepatica.synthetic.write;

import java.io.Serializable;
import org.hepatica.synthetic.SyntheticPatient;

/** Where planted patients come from: by index, in any order, on any task. */
public interface Planted extends Serializable {

  /** Number of patients, those who fail a rule included. */
  long size();

  /** The patient at an index from 0 to size - 1. */
  SyntheticPatient patient(long index);
}
