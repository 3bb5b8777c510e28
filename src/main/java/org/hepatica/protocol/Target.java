package org.hepatica.protocol;

import java.util.Optional;

/**
 * A registry table, or a column of one, that a centre's conf file names: to be held against the
 * declared tables by whoever knows them.
 *
 * @param position where it is named
 * @param table the table
 * @param column the column; empty where the table itself is named
 */
public record Target(Position position, String table, Optional<String> column) {}
