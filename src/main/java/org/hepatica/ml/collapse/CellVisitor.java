package org.hepatica.ml.collapse;

/** Takes the counts of cells, one after the other. */
@FunctionalInterface
interface CellVisitor {

  /** A cell by its codes, and how many subjects it has. */
  void visit(int pattern, int time, int status, int count);
}
