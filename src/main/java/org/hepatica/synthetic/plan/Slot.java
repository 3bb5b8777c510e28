package org.hepatica.synthetic.plan;

/** A time at which something happens to one patient of a cell who is not chosen yet. */
record Slot(Cell cell, int day, Kind kind) {

  /** What happens. */
  enum Kind {
    RECURRENCE,
    DEATH_WITHOUT_RECURRENCE,
    DEATH_AFTER_RECURRENCE,
    END_WITHOUT_RECURRENCE,
    END_AFTER_RECURRENCE;

    boolean afterRecurrence() {
      return this == DEATH_AFTER_RECURRENCE || this == END_AFTER_RECURRENCE;
    }

    boolean end() {
      return this == END_WITHOUT_RECURRENCE || this == END_AFTER_RECURRENCE;
    }

    boolean death() {
      return this == DEATH_WITHOUT_RECURRENCE || this == DEATH_AFTER_RECURRENCE;
    }
  }

  Slot at(int later) {
    return new Slot(cell, later, kind);
  }
}
