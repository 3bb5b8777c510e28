package org.hepatica.synthetic.course;

import java.io.Serializable;

/**
 * The numbers that a centre and its laboratories give a patient. Each is one-to-one in the index,
 * and none can be had from another without the seed.
 */
public final class Identity implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final long LOWEST = 10_000_000L;
  private static final long NUMBERS = 90_000_000L;
  private static final long SEVEN_DIGITS = 9_999_999L;

  private final Shuffle records;
  private final Shuffle operations;
  private final Shuffle tissues;
  private final Shuffle sequenced;
  private final Shuffle laboratory;

  /** For so many patients. */
  public Identity(long patients, long seed) {
    long numbers = Math.max(NUMBERS, patients);
    records = new Shuffle(numbers, seed ^ 0x4d524eL);
    operations = new Shuffle(numbers, seed ^ 0x4f50L);
    tissues = new Shuffle(numbers, seed ^ 0x414343L);
    sequenced = new Shuffle(Math.max(SEVEN_DIGITS, patients), seed ^ 0x494dL);
    laboratory = new Shuffle(numbers, seed ^ 0x4c4142L);
  }

  /** The registry's medical record number. */
  public String mrn(long index) {
    return "H" + (LOWEST + records.of(index));
  }

  /** An operation's number. */
  public String operation(long index, int ordinal) {
    return "OP" + (LOWEST + operations.of(index)) + "-" + ordinal;
  }

  /** A specimen's accession number. */
  public String accession(long index, int year, int ordinal) {
    return "S" + padded(year % 100, 2) + "-" + (LOWEST + tissues.of(index)) + ordinal;
  }

  /** The patient's number on the hybrid-capture platform. */
  public String impact(long index) {
    return "P-" + padded(1 + sequenced.of(index), 7);
  }

  /** A laboratory's number of the patient. */
  public String laboratory(String prefix, long index) {
    return prefix + (LOWEST + laboratory.of(index));
  }

  private static String padded(long number, int digits) {
    String text = Long.toString(number);
    return "0".repeat(Math.max(0, digits - text.length())) + text;
  }
}
