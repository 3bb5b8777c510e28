package org.hepatica.benchmark;

import java.util.Locale;
import java.util.function.ToIntFunction;

/** A column as R reads it: whole numbers of a fixed number of bytes, the lowest byte first. */
enum PlainColumn {
  DAYS(2, Subject::days),
  DIED(1, Subject::died),
  HAI(1, Subject::hai),
  KRAS(1, Subject::kras),
  MARGIN(1, Subject::margin),
  SCORE(1, Subject::score),
  EHD(1, Subject::ehd),
  AGE(2, Subject::ageTenths),
  CEA(4, Subject::ceaTenths),
  CENTER(1, Subject::center);

  private final int bytes;
  private final ToIntFunction<Subject> value;

  PlainColumn(int bytes, ToIntFunction<Subject> value) {
    this.bytes = bytes;
    this.value = value;
  }

  /** Puts the subject's value at a place of a buffer and says where the next one goes. */
  int put(Subject subject, byte[] buffer, int place) {
    int rest = value.applyAsInt(subject);
    for (int i = 0; i < bytes; i++) {
      buffer[place + i] = (byte) rest;
      rest >>>= Byte.SIZE;
    }
    return place + bytes;
  }

  /** Bytes a value. */
  int bytes() {
    return bytes;
  }

  /** The column's file: days.bin. */
  String fileName() {
    return name().toLowerCase(Locale.ROOT) + ".bin";
  }
}
