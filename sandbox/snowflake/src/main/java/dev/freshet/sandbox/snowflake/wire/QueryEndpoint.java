package dev.freshet.sandbox.snowflake.wire;

import com.fasterxml.jackson.databind.JsonNode;
import dev.freshet.sandbox.snowflake.engine.Engine;
import dev.freshet.sandbox.snowflake.engine.Outcome;
import dev.freshet.sandbox.snowflake.engine.Session;
import dev.freshet.sandbox.snowflake.engine.SnowflakeException;
import dev.freshet.sandbox.snowflake.engine.StatementRequest;
import dev.freshet.sandbox.snowflake.sql.Lexer;
import dev.freshet.sandbox.snowflake.sql.SyntaxError;
import dev.freshet.sandbox.snowflake.sql.Token.Kind;
import dev.freshet.sandbox.snowflake.wire.RunningQueries.Running;
import java.time.Duration;

/** Runs statements. One that takes long, or is asked for asynchronously, is fetched by later requests. */
final class QueryEndpoint {

  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(45);

  private final Engine engine;
  private final Tokens tokens;
  private final RunningQueries running;

  QueryEndpoint(Engine engine, Tokens tokens, RunningQueries running) {
    this.engine = engine;
    this.tokens = tokens;
    this.running = running;
  }

  Answer query(Request request) {
    Session session = tokens.session(request);
    JsonNode body = request.body();
    StatementRequest statement =
        new StatementRequest(
            body.path("sqlText").asText(""),
            WireBinds.read(body.path("bindings")),
            body.path("describeOnly").asBoolean(false));
    Running query =
        running.start(
            session,
            request.parameter("requestId").orElse(""),
            questionMarks(statement.sql()),
            queryId -> engine.runner().run(session, statement, queryId));
    if (body.path("asyncExec").asBoolean(false)) {
      return Answer.running("333334", query.queryId());
    }
    return answer(query);
  }

  Answer result(Request request) {
    tokens.session(request);
    String queryId = request.path().split("/")[2];
    return answer(
        running
            .find(queryId)
            .orElseThrow(
                () ->
                    new SnowflakeException(
                        "000709", "02000", "Statement " + queryId + " not found")));
  }

  Answer abort(Request request) {
    Session session = tokens.session(request);
    String requestId = request.body().path("requestId").asText("");
    if (running.isRunning(requestId)) {
      session.cancel();
    }
    return Answer.NOTHING;
  }

  /** {@code /monitoring/queries/<id>}. */
  Answer status(Request request) {
    tokens.session(request);
    String queryId = request.path().split("/")[3];
    String status = running.find(queryId).map(Running::status).orElse("NO_DATA");
    return Answer.of(
        json -> {
          json.writeStartObject();
          json.writeArrayFieldStart("queries");
          json.writeStartObject();
          json.writeStringField("id", queryId);
          json.writeStringField("status", status);
          json.writeEndObject();
          json.writeEndArray();
          json.writeEndObject();
        });
  }

  private Answer answer(Running query) {
    try {
      return query
          .await(ANSWER_WITHIN)
          .map(outcome -> done(query, outcome))
          .orElseGet(() -> Answer.running("333333", query.queryId()));
    } catch (SnowflakeException e) {
      running.forgetLater(query);
      return Answer.failure(e, query.queryId());
    }
  }

  private Answer done(Running query, Outcome outcome) {
    running.forgetLater(query);
    return Answer.of(
        json -> new ResultWriter(json, query.session(), outcome, query.binds()).write());
  }

  private static int questionMarks(String sql) {
    try {
      return (int) Lexer.tokens(sql).stream().filter(t -> t.kind() == Kind.PARAMETER).count();
    } catch (SyntaxError e) {
      return 0;
    }
  }
}
