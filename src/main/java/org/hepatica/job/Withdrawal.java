package org.hepatica.job;

import java.time.LocalDate;
import org.hepatica.source.KnownDelivery;

/**
 * A delivery that is to count no more, as if it had never come.
 *
 * @param center its centre
 * @param delivery its name
 */
record Withdrawal(String center, String delivery) {

  /**
   * From {@code center/delivery}.
   *
   * @throws NotFoundException if it is not of that shape
   */
  static Withdrawal of(String id) {
    int slash = id.indexOf('/');
    if (slash < 1 || !id.substring(slash + 1).matches("\\d{4}-\\d{2}-\\d{2}(\\.\\d{2,})?")) {
      throw new NotFoundException(
          "'%s' is no delivery: write centre and delivery, as in north/2026-03-01".formatted(id));
    }
    return new Withdrawal(id.substring(0, slash), id.substring(slash + 1));
  }

  /** From when on deliveries have to be taken again. */
  LocalDate date() {
    return KnownDelivery.date(delivery);
  }

  /** What is refused when it does not count anyway. */
  static NotFoundException unknown(String id) {
    return new NotFoundException(
        "there is no delivery %s that counts; jobs/hepatica deliveries lists them".formatted(id));
  }
}
