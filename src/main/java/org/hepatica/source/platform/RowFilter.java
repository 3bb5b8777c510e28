package org.hepatica.source.platform;

/** Rows of one file that are kept; of the others, how many there were. */
interface RowFilter {

  /** Keeps every row. */
  RowFilter ALL =
      new RowFilter() {
        @Override
        public boolean keeps(String line) {
          return true;
        }

        @Override
        public long leftOut() {
          return 0;
        }
      };

  /** Whether a line is kept; one that is not is counted. */
  boolean keeps(String line);

  /** How many were not kept. */
  long leftOut();
}
