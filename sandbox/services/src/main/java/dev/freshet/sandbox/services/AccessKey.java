package dev.freshet.sandbox.services;

import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/** The key pair that signs requests to an embedded service. Its text form leaves the secret out. */
public record AccessKey(String id, String secret) {
  public AccessKey {
    if (id.isBlank() || secret.isBlank()) {
      throw new IllegalArgumentException(
          "An access key needs an id and a secret; one of them is blank.");
    }
  }

  /** The same pair for a client of the AWS SDK. */
  public AwsCredentialsProvider provider() {
    return StaticCredentialsProvider.create(AwsBasicCredentials.create(id, secret));
  }

  @Override
  public String toString() {
    return "AccessKey[" + id + "]";
  }
}
