package org.hepatica.lake;

import java.util.concurrent.atomic.AtomicLong;

/**
 * How many commits a lake has made, and how long they took beside what was written: from the moment
 * at which a commit's rows lay on disk, which Delta notes in it, until the table was ready for the
 * next. Tables that are written side by side are counted each.
 */
public final class CommitTimes {

  private final AtomicLong commits = new AtomicLong();
  private final AtomicLong millis = new AtomicLong();

  /** Notes a commit that is done by now. */
  void note(Commit commit) {
    commits.incrementAndGet();
    commit
        .written()
        .ifPresent(written -> millis.addAndGet(Math.max(0, System.currentTimeMillis() - written)));
  }

  /** How many. */
  public long count() {
    return commits.get();
  }

  /** Their seconds together. */
  public double seconds() {
    return millis.get() / 1000.0;
  }
}
