package org.hepatica.table;

import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;

/** What a column means, and so how it is stored and what a delivered text must be to become it. */
public enum Kind {
  /** A keyed hash of an identifier; never the identifier. */
  IDENTIFIER(DataTypes.StringType),
  /** Free or coded text. */
  TEXT(DataTypes.StringType),
  /** A whole number. */
  INTEGER(DataTypes.IntegerType),
  /** A large whole number: counts, lines. */
  LONG(DataTypes.LongType),
  /** A decimal number. */
  NUMBER(DataTypes.DoubleType),
  /** True or false. */
  BOOLEAN(DataTypes.BooleanType),
  /** A day. */
  DAY(DataTypes.DateType),
  /**
   * A date that may be partial or relative: the day, with a second column {@code <name>_precision}
   * of {@code day}, {@code month}, {@code year} or {@code relative}.
   */
  DATE(DataTypes.DateType),
  /**
   * A measured quantity that may be censored ({@code <0.5}): the number, with a second column
   * {@code <name>_qualifier} of {@code <}, {@code >} or null.
   */
  QUANTITY(DataTypes.DoubleType),
  /** An instant, UTC. */
  INSTANT(DataTypes.TimestampType),
  /** Several texts. */
  TEXTS(DataTypes.createArrayType(DataTypes.StringType, true)),
  /** Several whole numbers. */
  INTEGERS(DataTypes.createArrayType(DataTypes.IntegerType, true)),
  /** Several decimal numbers. */
  NUMBERS(DataTypes.createArrayType(DataTypes.DoubleType, true)),
  /** Texts by name. */
  TEXT_MAP(DataTypes.createMapType(DataTypes.StringType, DataTypes.StringType, true)),
  /** Whole numbers by name. */
  INTEGER_MAP(DataTypes.createMapType(DataTypes.StringType, DataTypes.IntegerType, true)),
  /** Truths by name. */
  BOOLEAN_MAP(DataTypes.createMapType(DataTypes.StringType, DataTypes.BooleanType, true));

  private final DataType type;

  Kind(DataType type) {
    this.type = type;
  }

  /** The Spark type of the column itself. */
  public DataType type() {
    return type;
  }

  /** The suffix of this kind's second column, or null when it has one column only. */
  public String companionSuffix() {
    return switch (this) {
      case DATE -> "_precision";
      case QUANTITY -> "_qualifier";
      default -> null;
    };
  }
}
