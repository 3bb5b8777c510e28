package org.hepatica.job;

import static org.apache.spark.sql.functions.col;

import java.util.List;
import java.util.concurrent.Callable;
import org.apache.spark.sql.Row;
import org.hepatica.lake.Lake;
import org.hepatica.source.KnownDelivery;
import org.hepatica.table.Operational;
import org.hepatica.table.Registry;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The deliveries that a lake has, as the last good run left it. */
@Command(
    name = "deliveries",
    description = "Lists the deliveries that were taken or refused; shows one, takes one out.",
    mixinStandardHelpOptions = true,
    subcommands = {DeliveriesCommand.Show.class, DeliveriesCommand.Withdraw.class})
final class DeliveriesCommand implements Callable<Integer> {

  @Mixin private RunOptions options;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    RunPlan plan = options.plan();
    Progress out = new Progress(spec.commandLine().getOut());
    List<Row> rows =
        lake(plan)
            .read(Operational.DELIVERIES)
            .where(col(Registry.CENTER).isInCollection(plan.centers().keySet()))
            .orderBy(col(Registry.CENTER), col(Registry.DELIVERY).desc())
            .collectAsList();
    if (rows.isEmpty()) {
      out.say("no deliveries of " + plan.centers().keySet() + " yet");
    }
    rows.forEach(row -> out.say(line(row)));
    return ExitCode.OK;
  }

  private static String line(Row row) {
    String reason = row.getAs(Operational.REASON);
    return "%s/%s  %s  last seen %s  run %s%s"
        .formatted(
            row.getAs(Registry.CENTER),
            row.getAs(Registry.DELIVERY),
            row.getAs(Operational.STATE),
            row.getAs(Operational.LAST_SEEN),
            row.getAs(Operational.FIRST_RUN),
            reason == null ? "" : ": " + reason);
  }

  /** What readers go by. */
  private static Lake lake(RunPlan plan) {
    Lake lake =
        Lake.open(
            Engine.start(plan.installation()), plan.installation().lake(), plan.study().name());
    return new RunLog(lake).lastVersions(null).map(lake::at).orElse(lake);
  }

  /** A delivery that came by mistake. */
  @Command(
      name = "withdraw",
      description = {
        "Makes all tables and the report what they would be had the delivery never come.",
        "Its files may stay in landing: they are passed over until they are changed or touched."
      },
      mixinStandardHelpOptions = true)
  static final class Withdraw implements Callable<Integer> {

    @Mixin private RunOptions options;

    @Parameters(paramLabel = "ID", description = "Centre and delivery, as in north/2026-03-01")
    private String id;

    @Spec private CommandSpec spec;

    @Override
    public Integer call() {
      Withdrawal withdrawal = Withdrawal.of(id);
      boolean counts =
          DeliveryLedger.of(lake(options.plan()))
              .of(withdrawal.center())
              .of(withdrawal.delivery())
              .filter(KnownDelivery::counts)
              .isPresent();
      if (!counts) {
        throw Withdrawal.unknown(id);
      }
      return Steps.run(options, Steps.without(withdrawal), spec);
    }
  }

  /** A delivery's files. */
  @Command(
      name = "show",
      description = "The files of a delivery, with their hashes.",
      mixinStandardHelpOptions = true)
  static final class Show implements Callable<Integer> {

    @Mixin private RunOptions options;

    @Parameters(paramLabel = "ID", description = "Centre and delivery, as in north/2026-03-01")
    private String id;

    @Spec private CommandSpec spec;

    @Override
    public Integer call() {
      int slash = id.indexOf('/');
      List<Row> files =
          lake(options.plan())
              .read(Operational.DELIVERY_FILE)
              .where(
                  col(Registry.CENTER)
                      .equalTo(id.substring(0, Math.max(0, slash)))
                      .and(col(Registry.DELIVERY).equalTo(id.substring(slash + 1))))
              .orderBy(Operational.EXPORT, Registry.SOURCE_FILE)
              .collectAsList();
      if (files.isEmpty()) {
        throw new NotFoundException(
            "there is no delivery %s; jobs/hepatica deliveries lists them".formatted(id));
      }
      Progress out = new Progress(spec.commandLine().getOut());
      files.forEach(
          file ->
              out.say(
                  "%s  %s  %s  %d bytes"
                      .formatted(
                          file.getAs(Operational.EXPORT),
                          file.getAs(Registry.SOURCE_FILE),
                          file.getAs(Operational.FILE_HASH),
                          file.<Long>getAs(Operational.BYTES))));
      return ExitCode.OK;
    }
  }
}
