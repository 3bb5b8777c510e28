package org.hepatica.transform.risk;

import static org.hepatica.table.Registry.CENTER;
import static org.hepatica.table.Registry.PATIENT_ID;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.hepatica.protocol.Study;
import org.hepatica.table.Genomic;
import org.hepatica.table.Gold;
import org.hepatica.table.Histories;
import org.hepatica.table.Registry;
import org.hepatica.table.TableDefinition;
import org.hepatica.table.Tables;

/** What is known of a patient at the index operation: covariates, gene status, score. */
public final class Profiles {

  private static final List<TableDefinition> SOURCES =
      List.of(
          Registry.PATIENT,
          Registry.PRIMARY_TUMOR,
          Registry.CEA,
          Registry.EXTRAHEPATIC,
          Registry.DELIVERED);

  private Profiles() {}

  /** Rows of {@link Gold#PROFILE}, one for every row of {@link Gold#COURSE}. */
  public static Dataset<Row> derive(Tables tables, Study study) {
    Dataset<Row> histories = Histories.gather(tables, sources(study));
    return Tables.shaped(
        tables
            .read(Gold.COURSE)
            .join(histories, new String[] {CENTER, PATIENT_ID}, "left")
            .transform(Covariates::derive)
            .transform(course -> GeneColumns.add(course, study))
            .transform(course -> DeliveredVariables.fill(course, study))
            .transform(course -> GeneColumns.orUntested(course, study))
            .transform(course -> Scores.score(course, study))
            .transform(Origins::settle),
        Gold.PROFILE);
  }

  private static List<TableDefinition> sources(Study study) {
    List<TableDefinition> sources = new ArrayList<>(SOURCES);
    study.gene().ifPresent(gene -> sources.add(Genomic.GENE_STATUS));
    return sources;
  }
}
