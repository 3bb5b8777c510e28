package org.hepatica.job;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Commits of several tables side by side: much of a small commit is waiting. */
final class Writes {

  private static final int AT_ONCE = 4;

  private final List<Runnable> writes = new ArrayList<>();

  void add(Runnable write) {
    writes.add(write);
  }

  /** Runs them all, and fails with the first failure when all have ended. */
  void run() {
    ExecutorService pool = Executors.newFixedThreadPool(AT_ONCE);
    try {
      List<Future<?>> running = new ArrayList<>();
      writes.forEach(write -> running.add(pool.submit(write)));
      RuntimeException first = null;
      for (Future<?> write : running) {
        RuntimeException failure = failureOf(write);
        first = first == null ? failure : first;
      }
      if (first != null) {
        throw first;
      }
    } finally {
      pool.shutdown();
    }
  }

  private static RuntimeException failureOf(Future<?> write) {
    try {
      write.get();
      return null;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new IllegalStateException("interrupted while writing tables", e);
    } catch (ExecutionException e) {
      return e.getCause() instanceof RuntimeException cause
          ? cause
          : new IllegalStateException(e.getCause());
    }
  }
}
