package org.hepatica.job;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/**
 * Pieces of a step that do not need each other, such as the commits of its tables, run side by
 * side: much of a small commit or query is waiting.
 */
final class SideBySide {

  private static final int AT_ONCE = 4;

  private final List<FutureTask<?>> pieces = new ArrayList<>();

  void add(Runnable piece) {
    pieces.add(new FutureTask<>(piece, null));
  }

  /** A piece that finds something; the supplier gives it once {@link #run} has ended. */
  <T> Supplier<T> find(Supplier<T> piece) {
    AtomicReference<T> found = new AtomicReference<>();
    add(() -> found.set(piece.get()));
    return found::get;
  }

  /** Runs them all, and fails with the first failure when all have ended. */
  void run() {
    ExecutorService pool = Executors.newFixedThreadPool(AT_ONCE);
    try {
      pieces.forEach(pool::execute);
      Throwable first = null;
      for (Future<?> piece : pieces) {
        Throwable failure = failureOf(piece);
        first = first == null ? failure : first;
      }
      if (first instanceof Error error) {
        throw error;
      }
      if (first != null) {
        throw (RuntimeException) first;
      }
    } finally {
      pool.shutdown();
    }
  }

  /** A RuntimeException or an Error. */
  private static Throwable failureOf(Future<?> piece) {
    try {
      piece.get();
      return null;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new IllegalStateException("interrupted while working side by side", e);
    } catch (ExecutionException e) {
      Throwable cause = e.getCause();
      return cause instanceof RuntimeException || cause instanceof Error
          ? cause
          : new IllegalStateException(cause);
    }
  }
}
