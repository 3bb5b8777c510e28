package org.hepatica.genomics;

/**
 * What a file says in favour of a variant and against it.
 *
 * @param status Mutation_Status, empty when it says nothing
 * @param filter FILTER, empty when it says nothing
 * @param alternateReads or null
 * @param fraction of alternate reads, or null
 * @param germline whether the normal tissue has it too
 * @param doubt a reason of the reader's own not to accept it, or null
 */
record CallSupport(
    String status,
    String filter,
    Integer alternateReads,
    Double fraction,
    boolean germline,
    String doubt) {

  /** A laboratory's word without reads or filters. */
  static final CallSupport STATED = new CallSupport("", "", null, null, false, null);

  static CallSupport ofReads(String status, String filter, Integer alternate, Integer reference) {
    Double fraction =
        alternate == null || reference == null || alternate + reference == 0
            ? null
            : (double) alternate / (alternate + reference);
    return new CallSupport(status, filter, alternate, fraction, false, null);
  }

  CallSupport inDoubt(String reason) {
    return new CallSupport(status, filter, alternateReads, fraction, germline, reason);
  }

  CallSupport asGermline(boolean inNormal) {
    return new CallSupport(status, filter, alternateReads, fraction, inNormal, doubt);
  }
}
