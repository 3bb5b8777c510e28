package org.hepatica.transform.genomics;

import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.createArrayType;

import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.hepatica.genomics.Acceptance;
import org.hepatica.genomics.Call;
import org.hepatica.genomics.Consequence;
import org.hepatica.genomics.Defect;
import org.hepatica.genomics.Origin;
import org.hepatica.genomics.Variant;
import org.hepatica.table.Genomic;
import org.hepatica.table.Operational;
import org.hepatica.table.Registry;

/** The pure ring's records as Spark structs, there and back. */
final class Structs {

  static final String CALLS = "calls";
  static final String DEFECTS = "defects";

  static final StructType CALL =
      new StructType()
          .add(Genomic.GENE, StringType)
          .add(Genomic.CODON, IntegerType)
          .add(Genomic.LAST_CODON, IntegerType)
          .add(Genomic.PROTEIN_CHANGE, StringType)
          .add(Genomic.CODING_CHANGE, StringType)
          .add(Genomic.CONSEQUENCE, StringType)
          .add(Genomic.VARIANT_FRACTION, DoubleType)
          .add(Genomic.ACCEPTANCE, StringType)
          .add(Genomic.REASON, StringType)
          .add(Operational.EXPORT, StringType)
          .add(Registry.DELIVERY, StringType)
          .add(Registry.SOURCE_FILE, StringType)
          .add(Registry.SOURCE_LINE, LongType);

  static final StructType DEFECT =
      new StructType()
          .add(Operational.EXPORT, StringType)
          .add(Registry.DELIVERY, StringType)
          .add(Registry.SOURCE_FILE, StringType)
          .add(Registry.SOURCE_LINE, LongType)
          .add(Operational.RULE, StringType)
          .add(Operational.COLUMN, StringType)
          .add(Operational.VALUE, StringType)
          .add(Operational.REASON, StringType);

  static final StructType READING =
      new StructType()
          .add(Genomic.OUTCOME, StringType)
          .add(Genomic.OUTCOME_REASON, StringType)
          .add(Genomic.PANEL, StringType)
          .add(Genomic.CODONS, createArrayType(IntegerType, false))
          .add(Genomic.TUMOR, BooleanType)
          .add(CALLS, createArrayType(CALL, false))
          .add(DEFECTS, createArrayType(DEFECT, false));

  private Structs() {}

  static Row of(Call call) {
    Variant variant = call.variant();
    Origin origin = call.origin();
    return RowFactory.create(
        variant.gene(),
        variant.codon() == 0 ? null : variant.codon(),
        variant.codon() == 0 ? null : variant.lastCodon(),
        variant.proteinChange(),
        variant.codingChange(),
        variant.consequence().label(),
        call.fraction(),
        call.acceptance().label(),
        call.reason(),
        origin.export(),
        origin.delivery(),
        origin.file(),
        origin.line());
  }

  static Call call(Row row) {
    Consequence consequence = Consequence.of(row.getAs(Genomic.CONSEQUENCE));
    Integer codon = row.getAs(Genomic.CODON);
    Integer last = row.getAs(Genomic.LAST_CODON);
    Variant variant =
        new Variant(
            row.getAs(Genomic.GENE),
            codon == null ? 0 : codon,
            last == null ? 0 : last,
            null,
            null,
            row.getAs(Genomic.PROTEIN_CHANGE),
            row.getAs(Genomic.CODING_CHANGE),
            consequence);
    return new Call(
        variant,
        row.getAs(Genomic.VARIANT_FRACTION),
        Acceptance.of(row.getAs(Genomic.ACCEPTANCE)),
        row.getAs(Genomic.REASON),
        origin(row));
  }

  static Origin origin(Row row) {
    return new Origin(
        row.getAs(Operational.EXPORT),
        row.getAs(Registry.DELIVERY),
        row.getAs(Registry.SOURCE_FILE),
        row.<Long>getAs(Registry.SOURCE_LINE));
  }

  static Row of(Defect defect) {
    Origin origin = defect.origin();
    return RowFactory.create(
        origin.export(),
        origin.delivery(),
        origin.file(),
        origin.line(),
        defect.rule(),
        defect.column(),
        defect.value(),
        defect.reason());
  }
}
