package org.hepatica.transform.ingest;

/** Placeholder. */
final class MappingProblems {
  private MappingProblems() {}
}
