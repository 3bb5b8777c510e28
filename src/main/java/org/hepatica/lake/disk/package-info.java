/**
 * Hadoop's view of the local disk, without a child process a file: Hadoop's own, where its native
 * library is absent, starts {@code chmod} and {@code readlink} for what the JDK can do itself.
 *
 * <p>May import: Hadoop's file systems.
 */
package org.hepatica.lake.disk;
