/**
 * The services around Freshet on one machine: S3, SQS with bucket notifications, and a Kafka
 * broker, each a server on 127.0.0.1 inside this process.
 *
 * <p>Start with {@link dev.freshet.sandbox.services.EmbeddedS3}, {@link
 * dev.freshet.sandbox.services.EmbeddedSqs} and {@link dev.freshet.sandbox.services.EmbeddedKafka};
 * {@link dev.freshet.sandbox.services.BucketNotifications} connects the first two as a bucket's
 * notification configuration would. Closing what was started leaves no port, thread or lock behind;
 * directories stay with their owner.
 */
@NullMarked
package dev.freshet.sandbox.services;

import org.jspecify.annotations.NullMarked;
