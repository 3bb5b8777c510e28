package org.hepatica.report.figure;

import java.util.List;
import java.util.stream.IntStream;

/** A scale of shares from 0, with the ticks of its axis. */
final class ShareScale {

  private static final int TENTHS = 10;
  private static final int MOST_BY_TENTHS = 6;

  private final int tenths;
  private final double zero;
  private final double end;

  private ShareScale(int tenths, double zero, double end) {
    this.tenths = tenths;
    this.zero = zero;
    this.end = end;
  }

  /**
   * A scale that has room for a share.
   *
   * @param most the largest share to be shown, 0-1
   * @param zero where 0 lies, pixels
   * @param end where the scale ends
   */
  static ShareScale upTo(double most, double zero, double end) {
    int tenths = (int) Math.ceil(Math.min(1, most) * TENTHS - 1e-9);
    return new ShareScale(Math.max(2, tenths), zero, end);
  }

  /** Where a share lies, pixels. */
  double at(double share) {
    return zero + (end - zero) * share * TENTHS / tenths;
  }

  /** Shares of the ticks. */
  List<Double> ticks() {
    int step = tenths > MOST_BY_TENTHS ? 2 : 1;
    return IntStream.rangeClosed(0, tenths / step)
        .mapToObj(i -> (double) i * step / TENTHS)
        .toList();
  }

  /** A share as percent. */
  static String percent(double share) {
    return Math.round(100 * share) + "%";
  }
}
