package dev.freshet.sandbox.snowflake.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.freshet.sandbox.snowflake.EmbeddedSnowflake;
import dev.freshet.sandbox.snowflake.wire.ScriptedStatements.Gate;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What drivers rarely send, sent by hand. */
class WireServerTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private static TestAccount account;

  @BeforeAll
  static void start() {
    account = new TestAccount();
  }

  @AfterAll
  static void stop() {
    account.close();
  }

  @Test
  void runsARequestThatIsSentTwiceOnce() throws Exception {
    Gate gate = account.scripted().gate("GATE");
    gate.open();
    String token = login().path("token").asText();
    JsonNode first = query(token, "request-1", "SCRIPTED GATE");
    JsonNode again = query(token, "request-1", "SCRIPTED GATE");
    assertThat(gate.arrivals()).isEqualTo(1);
    assertThat(again).isEqualTo(first);
    assertThat(again.at("/data/rowset/0/0").asText()).isEqualTo("passed");
  }

  @Test
  void givesTheResultOfAnAsynchronousStatementAtTheUrlItNamed() throws Exception {
    Gate gate = account.scripted().gate("LATER");
    String token = login().path("token").asText();
    String body = "{\"sqlText\": \"SCRIPTED LATER\", \"asyncExec\": true}";
    JsonNode started = post("/queries/v1/query-request?requestId=request-2", token, body);
    assertThat(started.path("code").asText()).isEqualTo("333334");
    String queryId = started.at("/data/queryId").asText();
    assertThat(status(token, queryId)).isEqualTo("RUNNING");
    gate.open();
    JsonNode result = get(started.at("/data/getResultUrl").asText(), token);
    assertThat(result.at("/data/rowset/0/0").asText()).isEqualTo("passed");
    assertThat(status(token, queryId)).isEqualTo("SUCCESS");
  }

  @Test
  void renewsASessionTokenForTheMasterToken() throws Exception {
    account.scripted().on("SESSION", Answers::sessionId);
    JsonNode login = login();
    String old = login.path("token").asText();
    JsonNode renewed =
        post("/session/token-request", login.path("masterToken").asText(), "{}").path("data");
    String token = renewed.path("sessionToken").asText();
    assertThat(renewed.path("sessionId")).isEqualTo(login.path("sessionId"));
    assertThat(query(token, "request-3", "SCRIPTED SESSION").path("success").asBoolean()).isTrue();
    assertThat(query(old, "request-4", "SCRIPTED SESSION").path("code").asText())
        .isEqualTo("390104");
  }

  @Test
  void namesAQueryItDoesNotKnow() throws Exception {
    String token = login().path("token").asText();
    JsonNode answer = get("/queries/no-such-query/result", token);
    assertThat(answer.path("code").asText()).isEqualTo("000709");
    assertThat(answer.path("message").asText()).contains("no-such-query");
    assertThat(get("/monitoring/queries/no-such-query", token).at("/data/queries")).isEmpty();
  }

  @Test
  void saysWhatItCannotDo() throws Exception {
    JsonNode answer = post("/session/authenticator-request", "", "{}");
    assertThat(answer.path("success").asBoolean()).isFalse();
    assertThat(answer.path("message").asText()).contains("POST /session/authenticator-request");
  }

  @Test
  void answersABodyThatIsNoJsonWithAnErrorAndNotItsText() throws Exception {
    JsonNode answer = post("/queries/v1/query-request", "", "secret {");
    assertThat(answer.path("code").asText()).isEqualTo("000603");
    assertThat(answer.path("message").asText())
        .contains("/queries/v1/query-request")
        .doesNotContain("secret");
  }

  @Test
  void refusesSeveralStatementsInOneRequest() throws Exception {
    String token = login().path("token").asText();
    String body = "{\"sqlText\": \"SELECT 1\", \"parameters\": {\"MULTI_STATEMENT_COUNT\": 0}}";
    JsonNode answer = post("/queries/v1/query-request?requestId=request-5", token, body);
    assertThat(answer.path("code").asText()).isEqualTo("000002");
  }

  @Test
  void saysThatAPortIsTaken() {
    int taken = account.port();
    assertThatThrownBy(() -> EmbeddedSnowflake.builder().port(taken).start())
        .hasMessageContaining(":" + taken)
        .hasMessageContaining("taken");
  }

  private static JsonNode login() throws Exception {
    String body = "{\"data\": {\"LOGIN_NAME\": \"someone\", \"PASSWORD\": \"anything\"}}";
    return post("/session/v1/login-request", "", body).path("data");
  }

  private static JsonNode query(String token, String requestId, String sql) throws Exception {
    String body = JSON.writeValueAsString(JSON.createObjectNode().put("sqlText", sql));
    return post("/queries/v1/query-request?requestId=" + requestId, token, body);
  }

  private static String status(String token, String queryId) throws Exception {
    return get("/monitoring/queries/" + queryId, token).at("/data/queries/0/status").asText();
  }

  /** Bodies go zipped, as drivers send them. */
  private static JsonNode post(String path, String token, String body) throws Exception {
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(zipped)) {
      zip.write(body.getBytes(StandardCharsets.UTF_8));
    }
    return send(
        request(path, token)
            .header("Content-Encoding", "gzip")
            .POST(BodyPublishers.ofByteArray(zipped.toByteArray()))
            .build());
  }

  private static JsonNode get(String path, String token) throws Exception {
    return send(request(path, token).GET().build());
  }

  private static HttpRequest.Builder request(String path, String token) {
    return HttpRequest.newBuilder(URI.create(account.url() + path))
        .header("Authorization", "Snowflake Token=\"" + token + "\"");
  }

  private static JsonNode send(HttpRequest request) throws IOException, InterruptedException {
    return JSON.readTree(HTTP.send(request, BodyHandlers.ofByteArray()).body());
  }
}
