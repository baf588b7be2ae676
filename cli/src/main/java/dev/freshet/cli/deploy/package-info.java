/** Brings sql/ to an account. Start with {@link dev.freshet.cli.deploy.Deployment}. */
@NullMarked
package dev.freshet.cli.deploy;

import org.jspecify.annotations.NullMarked;
