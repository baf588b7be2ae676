/**
 * What the gate says about contract files, and how it is printed. Start with {@link
 * dev.freshet.cli.contract.report.CheckedFile}.
 */
@NullMarked
package dev.freshet.cli.contract.report;

import org.jspecify.annotations.NullMarked;
