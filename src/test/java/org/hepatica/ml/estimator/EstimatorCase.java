package org.hepatica.ml.estimator;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.feature.OneHotEncoder;
import org.apache.spark.ml.feature.StringIndexer;
import org.apache.spark.ml.feature.VectorAssembler;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.hepatica.ml.ReferenceTable;

/** The models of estimator.R, as pipelines. */
record EstimatorCase(String name, Dataset<Row> data, List<String> inputs, CoxRegression stage) {

  private static final Map<String, Dataset<Row>> READ = new HashMap<>();

  static Stream<EstimatorCase> all() {
    return Stream.of(
        new EstimatorCase("lung", of("lung"), List.of("age", "female", "ecog"), cox()),
        new EstimatorCase(
            "veteran", of("veteran"), List.of("trt", "celltype", "karno", "prior"), cox()),
        new EstimatorCase(
            "veteran breslow",
            of("veteran"),
            List.of("trt", "celltype", "karno"),
            cox().setTies("breslow")),
        new EstimatorCase(
            "colon",
            of("colon"),
            List.of("rx", "male", "age", "node4"),
            cox().setStrataCol("extent")),
        new EstimatorCase(
            "rotterdam", of("rotterdam"), List.of("age", "size", "nodes", "pgr", "hormon"), cox()),
        new EstimatorCase(
            "heart",
            of("heart").selectExpr("*", "0.5 + (id % 4) / 4 as share"),
            List.of("age", "transplant"),
            cox().setEntryCol("start").setClusterCol("id").setWeightCol("share")));
  }

  static EstimatorCase named(String name) {
    return all().filter(c -> c.name.equals(name)).findFirst().orElseThrow();
  }

  private static CoxRegression cox() {
    return new CoxRegression().setLabelCol("time").setCensorCol("event");
  }

  static Dataset<Row> of(String name) {
    return READ.computeIfAbsent(name, ReferenceTable::of);
  }

  /** Texts become indicators against the first level, as R codes them. */
  Pipeline pipeline() {
    List<PipelineStage> stages = new ArrayList<>();
    List<String> columns = new ArrayList<>();
    for (String input : inputs) {
      boolean text = data.schema().apply(input).dataType().typeName().equals("string");
      columns.add(text ? input + "_flags" : input);
      if (text) {
        stages.add(
            new StringIndexer()
                .setInputCol(input)
                .setOutputCol(input + "_index")
                .setStringOrderType("alphabetDesc"));
        stages.add(
            new OneHotEncoder().setInputCol(input + "_index").setOutputCol(input + "_flags"));
      }
    }
    stages.add(
        new VectorAssembler()
            .setInputCols(columns.toArray(String[]::new))
            .setOutputCol("features"));
    stages.add(stage);
    return new Pipeline().setStages(stages.toArray(PipelineStage[]::new));
  }

  @Override
  public String toString() {
    return name;
  }
}
