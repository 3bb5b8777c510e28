package org.hepatica.report;

import java.time.LocalDate;

/**
 * Which delivery of a centre a report is of.
 *
 * @param center its name
 * @param delivery the newest one that counts, by its date
 * @param lastSeen date of the newest one of the same content
 * @param age days from then to the run
 * @param refused whether a newer one was refused
 */
public record DeliveryState(
    String center, String delivery, LocalDate lastSeen, long age, boolean refused) {}
