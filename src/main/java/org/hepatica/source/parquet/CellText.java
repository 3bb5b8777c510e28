package org.hepatica.source.parquet;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.time.temporal.JulianFields;
import java.util.Optional;
import java.util.UUID;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DateLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DecimalLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.IntLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimestampLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.UUIDLogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;

/**
 * A column's values as texts: {@code 2010-01-31}, {@code 2010-01-31 08:30:00} (of midnight the day
 * alone, which is what a date is where a program knows only timestamps), {@code 12.5}, {@code 7}
 * (also of 7.0, which is what a whole number is where a program has no missing ones), {@code true}.
 * NaN is missing.
 */
interface CellText {

  /** In place of bytes that are no text: a character that no text has. */
  String NO_TEXT = "\0";

  /** The text of a value that is there; null when it means missing. */
  String of(Group row, int column);

  /** Why a column cannot be taken, with the remedy. */
  static Optional<String> problem(Type column) {
    if (!column.isPrimitive() || column.isRepetition(Type.Repetition.REPEATED)) {
      return Optional.of(
          "column '%s' is nested; deliver its parts as columns, or as rows of a file of their own"
              .formatted(column.getName()));
    }
    PrimitiveType type = column.asPrimitiveType();
    boolean fixed = type.getPrimitiveTypeName() == PrimitiveTypeName.FIXED_LEN_BYTE_ARRAY;
    LogicalTypeAnnotation meaning = type.getLogicalTypeAnnotation();
    boolean known =
        !fixed
            || meaning instanceof DecimalLogicalTypeAnnotation
            || meaning instanceof UUIDLogicalTypeAnnotation;
    return known
        ? Optional.empty()
        : Optional.of(
            "column '%s' is of the type %s; deliver it as text".formatted(column.getName(), type));
  }

  /** The texts of a column without a {@linkplain #problem problem}. */
  static CellText of(PrimitiveType type) {
    LogicalTypeAnnotation meaning = type.getLogicalTypeAnnotation();
    return switch (type.getPrimitiveTypeName()) {
      case BOOLEAN -> (row, i) -> String.valueOf(row.getBoolean(i, 0));
      case INT32 -> whole(meaning, (row, i) -> row.getInteger(i, 0));
      case INT64 -> whole(meaning, (row, i) -> row.getLong(i, 0));
      case INT96 -> (row, i) -> written(julian(row.getInt96(i, 0)));
      case FLOAT -> (row, i) -> decimal(Float.toString(row.getFloat(i, 0)));
      case DOUBLE -> (row, i) -> decimal(Double.toString(row.getDouble(i, 0)));
      case BINARY, FIXED_LEN_BYTE_ARRAY -> bytes(meaning);
    };
  }

  /** A whole number of a row. */
  interface Whole {
    long of(Group row, int column);
  }

  private static CellText whole(LogicalTypeAnnotation meaning, Whole value) {
    if (meaning instanceof DateLogicalTypeAnnotation) {
      return (row, i) -> LocalDate.ofEpochDay(value.of(row, i)).toString();
    }
    if (meaning instanceof DecimalLogicalTypeAnnotation decimal) {
      return (row, i) -> BigDecimal.valueOf(value.of(row, i), decimal.getScale()).toPlainString();
    }
    if (meaning instanceof TimestampLogicalTypeAnnotation timestamp) {
      return (row, i) -> written(moment(value.of(row, i), timestamp.getUnit()));
    }
    if (meaning instanceof TimeLogicalTypeAnnotation time) {
      return (row, i) ->
          LocalTime.ofNanoOfDay(
                  Math.floorMod(
                      Math.multiplyExact(value.of(row, i), nanos(time.getUnit())),
                      LocalTime.MAX.toNanoOfDay() + 1))
              .toString();
    }
    boolean unsigned = meaning instanceof IntLogicalTypeAnnotation of && !of.isSigned();
    boolean narrow = meaning instanceof IntLogicalTypeAnnotation of && of.getBitWidth() <= 32;
    if (unsigned) {
      return (row, i) ->
          Long.toUnsignedString(narrow ? value.of(row, i) & 0xFFFF_FFFFL : value.of(row, i));
    }
    return (row, i) -> String.valueOf(value.of(row, i));
  }

  private static CellText bytes(LogicalTypeAnnotation meaning) {
    if (meaning instanceof DecimalLogicalTypeAnnotation decimal) {
      return (row, i) ->
          new BigDecimal(new BigInteger(row.getBinary(i, 0).getBytes()), decimal.getScale())
              .toPlainString();
    }
    if (meaning instanceof UUIDLogicalTypeAnnotation) {
      return (row, i) -> {
        ByteBuffer both = row.getBinary(i, 0).toByteBuffer();
        return new UUID(both.getLong(), both.getLong()).toString();
      };
    }
    return (row, i) -> text(row.getBinary(i, 0));
  }

  private static String text(Binary bytes) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(bytes.toByteBuffer()).toString();
      return text.indexOf('\0') < 0 ? text : NO_TEXT;
    } catch (CharacterCodingException e) {
      return NO_TEXT;
    }
  }

  private static String decimal(String number) {
    if (number.equals("NaN")) {
      return null;
    }
    if (number.endsWith("Infinity")) {
      return number;
    }
    BigDecimal exact = new BigDecimal(number);
    return exact.signum() == 0 ? "0" : exact.stripTrailingZeros().toPlainString();
  }

  private static LocalDateTime moment(long count, TimeUnit unit) {
    long aSecond = 1_000_000_000L / nanos(unit);
    long seconds = Math.floorDiv(count, aSecond);
    long rest = Math.floorMod(count, aSecond) * nanos(unit);
    return LocalDateTime.ofInstant(Instant.ofEpochSecond(seconds, rest), ZoneOffset.UTC);
  }

  private static long nanos(TimeUnit unit) {
    return switch (unit) {
      case MILLIS -> 1_000_000L;
      case MICROS -> 1_000L;
      case NANOS -> 1L;
    };
  }

  /** Nanoseconds of the day, then the Julian day, as older programs write. */
  private static LocalDateTime julian(Binary twelve) {
    ByteBuffer bytes = twelve.toByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
    long nanos = bytes.getLong();
    LocalDate day = LocalDate.EPOCH.with(JulianFields.JULIAN_DAY, bytes.getInt());
    return day.atStartOfDay().plusNanos(nanos);
  }

  private static String written(LocalDateTime moment) {
    if (moment.toLocalTime().equals(LocalTime.MIDNIGHT)) {
      return moment.toLocalDate().toString();
    }
    String pattern =
        moment.get(ChronoField.NANO_OF_SECOND) == 0 ? "HH:mm:ss" : "HH:mm:ss.SSSSSSSSS";
    String time = moment.format(DateTimeFormatter.ofPattern(pattern));
    return moment.toLocalDate() + " " + (time.contains(".") ? time.replaceAll("0+$", "") : time);
  }
}
