package org.hepatica.genomics;

/**
 * A variant that a laboratory reported of a sample.
 *
 * @param variant what
 * @param fraction alternate reads of all, or null
 * @param acceptance what policy makes of it
 * @param reason why it is not accepted or set aside; null when accepted
 * @param origin the record it was read from
 */
public record Call(
    Variant variant, Double fraction, Acceptance acceptance, String reason, Origin origin) {

  /** A call that may be anything at the gene: its text cannot be read. */
  static Call unreadable(String gene, String reason, Origin origin) {
    return new Call(
        Variant.touching(gene, 0, 0, null, Consequence.UNKNOWN),
        null,
        Acceptance.NOT_ACCEPTED,
        reason,
        origin);
  }

  /** A call that may be there: a record of the sample cannot be read. */
  static Call unreadableRecord(String gene, Origin origin) {
    return unreadable(gene, "a record of the sample cannot be read", origin);
  }

  boolean isAccepted() {
    return acceptance == Acceptance.ACCEPTED;
  }

  boolean blocks() {
    return acceptance == Acceptance.NOT_ACCEPTED;
  }

  Call as(Acceptance other, String why) {
    return new Call(variant, fraction, other, why, origin);
  }
}
