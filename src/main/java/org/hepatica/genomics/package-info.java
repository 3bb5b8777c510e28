/**
 * The variant language, what a platform's call means, and the policy that turns calls into one
 * status.
 *
 * <p>No Spark, no I/O. The synthetic generator may not use it, so that an error here cannot cancel
 * itself.
 *
 * <p>May import: java only.
 */
package org.hepatica.genomics;
