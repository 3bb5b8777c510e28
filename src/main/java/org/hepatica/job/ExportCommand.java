package org.hepatica.job;

import picocli.CommandLine.Command;

/** What a study can be given away as: one subcommand a form. */
@Command(
    name = "export",
    description = "Writes a study's cohort in a form that other programs read.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "FORM",
    subcommands = CbioportalExportCommand.class)
final class ExportCommand {}
