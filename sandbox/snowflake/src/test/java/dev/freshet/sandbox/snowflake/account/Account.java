package dev.freshet.sandbox.snowflake.account;

import dev.freshet.sandbox.services.AccessKey;
import dev.freshet.sandbox.services.EmbeddedS3;
import dev.freshet.sandbox.snowflake.EmbeddedSnowflake;
import dev.freshet.sandbox.snowflake.procedure.Procedures;
import dev.freshet.sandbox.snowflake.stage.S3Access;
import dev.freshet.sandbox.snowflake.stage.Stages;
import dev.freshet.sandbox.snowflake.task.Tasks;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import software.amazon.awssdk.services.s3.S3Client;

/** A whole embedded account for tests: S3, stages, procedures, tasks, reached by the 4.x driver. */
public final class Account implements AutoCloseable {

  public static final String BUCKET = "freshet";

  private final EmbeddedS3 s3;
  private final S3Client objects;
  private final Stages stages;
  private final Procedures procedures;
  private final Tasks tasks;
  private final EmbeddedSnowflake snowflake;

  private Account(Path directory, double pace) throws IOException {
    s3 = EmbeddedS3.start(directory.resolve("s3"), new AccessKey("test", "test-secret"));
    objects = s3.client();
    objects.createBucket(bucket -> bucket.bucket(BUCKET));
    S3Access access = new S3Access(s3.endpoint(), EmbeddedS3.REGION.id(), "test", "test-secret");
    stages = Stages.over(access, directory.resolve("stages"));
    procedures = Procedures.with(snowparkLib(), directory.resolve("handlers"));
    tasks = Tasks.atPace(pace);
    snowflake =
        EmbeddedSnowflake.builder()
            .temporaryFiles(directory.resolve("duckdb"))
            .with(stages)
            .with(procedures)
            .with(tasks)
            .start();
    snowflake.engine().openSession("TESTER", "SYSADMIN").execute("CREATE DATABASE DB");
  }

  /** An account whose tasks wait as in Snowflake. */
  public static Account in(Path directory) throws IOException {
    return new Account(directory, 1);
  }

  /**
   * @param pace factor on all waiting of tasks
   */
  public static Account in(Path directory, double pace) throws IOException {
    return new Account(directory, pace);
  }

  /** Where Maven collects Snowpark's jars. */
  public static Path snowparkLib() {
    return Path.of(System.getProperty("snowpark.lib"));
  }

  public S3Client objects() {
    return objects;
  }

  public EmbeddedSnowflake snowflake() {
    return snowflake;
  }

  /** A new session in DB.PUBLIC, which is there. */
  public Client connect() throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("user", "tester");
    properties.setProperty("password", "any");
    properties.setProperty("disablePlatformDetection", "true");
    properties.setProperty("db", "DB");
    properties.setProperty("schema", "PUBLIC");
    return new Client(DriverManager.getConnection(snowflake.jdbcUrl(), properties));
  }

  @Override
  public void close() throws IOException {
    tasks.close();
    snowflake.close();
    procedures.close();
    stages.close();
    objects.close();
    s3.close();
  }
}
