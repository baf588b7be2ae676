package dev.freshet.sandbox.snowflake.engine;

import dev.freshet.sandbox.snowflake.catalog.Table;
import dev.freshet.sandbox.snowflake.sql.Token;
import dev.freshet.sandbox.snowflake.sql.TokenReader;
import dev.freshet.sandbox.snowflake.sql.UnsupportedSql;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * What packages add to the engine: statements, system functions, table functions, reading of
 * stages.
 */
public final class Extensions {

  private final List<StatementHandler> handlers = new CopyOnWriteArrayList<>();
  private final Map<String, SystemFunction> systemFunctions = new ConcurrentHashMap<>();
  private final Map<String, TableFunction> tableFunctions = new ConcurrentHashMap<>();
  private final Map<String, InformationView> informationViews = new ConcurrentHashMap<>();
  private volatile TableReading reading = new OpenReading();
  private volatile StageRelation stages =
      (session, stage, reader) -> {
        throw new UnsupportedSql("reading files of stage " + stage.text());
      };

  /** Everybody reads everything. */
  private static final class OpenReading implements TableReading {
    @Override
    public String relation(Session session, Table table, String rows) {
      return rows;
    }

    @Override
    public void requireNoPolicy(Table table, String what) {}
  }

  /** A scalar function answered by the sandbox itself, such as {@code SYSTEM$STREAM_HAS_DATA}. */
  public interface SystemFunction {
    /**
     * @param arguments its arguments, literals only
     * @return an expression in DuckDB's SQL
     */
    String evaluate(Session session, List<String> arguments);
  }

  /** A function behind {@code TABLE(…)}. */
  public interface TableFunction {
    /**
     * @param arguments stands behind the opening bracket; must be left before the closing one
     * @return what may stand in a FROM of DuckDB's SQL, in brackets
     */
    String relation(Session session, TokenReader arguments);
  }

  /** A view of INFORMATION_SCHEMA. */
  public interface InformationView {
    /** What may stand in a FROM of DuckDB's SQL, in brackets: the view of one database. */
    String relation(Session session, String database);
  }

  /** What stands between a table and whoever reads it. */
  public interface TableReading {
    /**
     * @param rows the table's rows, or those of a stream or a past of it: DuckDB's SQL for a FROM
     * @return what may stand in its place
     */
    String relation(Session session, Table table, String rows);

    /** Fails for a table that {@link #relation} would change. */
    void requireNoPolicy(Table table, String what);
  }

  /** Files of a stage in a FROM. */
  public interface StageRelation {
    /**
     * @param afterStage stands behind the stage; moves past its {@code (FILE_FORMAT => …)}
     * @return what may stand in a FROM of DuckDB's SQL, in brackets, with columns named $1, $2 …
     */
    String relation(Session session, Token stage, TokenReader afterStage);
  }

  public void statement(StatementHandler handler) {
    handlers.add(handler);
  }

  public void systemFunction(String name, SystemFunction function) {
    systemFunctions.put(name, function);
  }

  public void tableFunction(String name, TableFunction function) {
    tableFunctions.put(name, function);
  }

  public void informationView(String name, InformationView view) {
    informationViews.put(name, view);
  }

  public void tableReading(TableReading newReading) {
    reading = newReading;
  }

  /** How tables are read. */
  public TableReading tableReading() {
    return reading;
  }

  public void stages(StageRelation relation) {
    stages = relation;
  }

  public Optional<SystemFunction> systemFunction(String name) {
    return Optional.ofNullable(systemFunctions.get(name));
  }

  public Optional<TableFunction> tableFunction(String name) {
    return Optional.ofNullable(tableFunctions.get(name));
  }

  public Optional<InformationView> informationView(String name) {
    return Optional.ofNullable(informationViews.get(name));
  }

  public StageRelation stages() {
    return stages;
  }

  Optional<StatementHandler> handlerOf(TokenReader statement) {
    return handlers.stream().filter(handler -> handler.handles(statement)).findFirst();
  }
}
