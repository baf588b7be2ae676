package dev.freshet.bridge.aws;

import dev.freshet.bridge.config.BridgeConfig;
import java.time.Duration;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.SqsClientBuilder;

/** Makes clients of S3 and SQS from the configuration; the caller closes them. */
public final class AwsClients {
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);

  /** Above the longest poll of a queue. */
  private static final Duration READ_TIMEOUT = Duration.ofSeconds(45);

  private final BridgeConfig.Aws config;

  public AwsClients(BridgeConfig.Aws config) {
    this.config = config;
  }

  public S3Client s3() {
    S3ClientBuilder builder =
        S3Client.builder()
            .region(Region.of(config.region()))
            .credentialsProvider(credentials())
            .httpClientBuilder(http());
    config.stageEndpoint().ifPresent(e -> builder.endpointOverride(e).forcePathStyle(true));
    return builder.build();
  }

  public SqsClient sqs() {
    SqsClientBuilder builder =
        SqsClient.builder()
            .region(Region.of(config.region()))
            .credentialsProvider(credentials())
            .httpClientBuilder(http());
    config.noticesEndpoint().ifPresent(builder::endpointOverride);
    return builder.build();
  }

  private static UrlConnectionHttpClient.Builder http() {
    return UrlConnectionHttpClient.builder()
        .connectionTimeout(CONNECT_TIMEOUT)
        .socketTimeout(READ_TIMEOUT);
  }

  private AwsCredentialsProvider credentials() {
    return config
        .accessKey()
        .<AwsCredentialsProvider>map(
            k -> StaticCredentialsProvider.create(AwsBasicCredentials.create(k.id(), k.secret())))
        .orElseGet(() -> DefaultCredentialsProvider.builder().build());
  }
}
