import com.snowflake.snowpark_java.Session;
import com.snowflake.snowpark_java.types.Variant;

/** Handlers of the tests, compiled by them into a jar. */
public class Handlers {

  public static String echo(Session session, String text, long number, Boolean flag, Variant json) {
    return text + " " + number + " " + flag + " " + (json == null ? null : json.asJsonString());
  }

  public static boolean not(Session session, boolean flag) {
    return !flag;
  }

  public static Variant json(Session session) {
    return new Variant("{\"a\":[1,2]}");
  }

  public static String visible(Session session, String className) {
    try {
      return Class.forName(className).getName();
    } catch (ClassNotFoundException e) {
      return "hidden";
    }
  }

  /** Runs statements separated by semicolons; the first value of the last one's first row. */
  public static String run(Session session, String statements) {
    String last = null;
    for (String statement : statements.split(";")) {
      var rows = session.sql(statement).collect();
      last = rows.length == 0 || rows[0].size() == 0 ? null : String.valueOf(rows[0].get(0));
    }
    return last;
  }

  public static String runAndFail(Session session, String statements) {
    run(session, statements);
    throw new IllegalStateException("the well is dry");
  }

  /** What the first statement is told when it is refused. */
  public static String refused(Session session, String statement) {
    try {
      session.sql(statement).collect();
      return "accepted";
    } catch (Exception e) { // Snowpark throws checked exceptions without declaring them
      return e.getMessage();
    }
  }

  public static String closeSession(Session session) {
    session.close();
    return "closed";
  }
}
