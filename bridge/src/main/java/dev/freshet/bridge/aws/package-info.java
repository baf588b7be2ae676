/** How the bridge speaks to AWS: {@link dev.freshet.bridge.aws.AwsClients} makes clients. */
@NullMarked
package dev.freshet.bridge.aws;

import org.jspecify.annotations.NullMarked;
