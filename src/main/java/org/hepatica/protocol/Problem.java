package org.hepatica.protocol;

/** Something wrong at a place of a conf file, and what to do about it. */
record Problem(Position position, String what, String remedy) {

  @Override
  public String toString() {
    return position.problem(what, remedy);
  }
}
