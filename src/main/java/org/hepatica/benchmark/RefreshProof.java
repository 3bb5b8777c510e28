package org.hepatica.benchmark;

import java.util.List;

/**
 * Tables held against those that they should be.
 *
 * @param scenario snapshot, changes, kills
 * @param proves in words
 * @param times how often it was tried
 * @param tables compared each time
 * @param problems what was not as it should be; empty when all was
 */
record RefreshProof(String scenario, String proves, int times, int tables, List<String> problems) {

  /** Copies the list. */
  RefreshProof {
    problems = List.copyOf(problems);
  }
}
