package dev.freshet.sandbox.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.snowflake.snowpark_java.Session;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class HandlerMethodTest {

  /** Handlers of each allowed shape; none of them touches its session. */
  public static final class Handlers {
    public static String greet(Session session, String name) {
      return "hello " + name;
    }

    public long twice(Session session, long number) {
      return 2 * number;
    }

    public String fail(Session session) {
      throw new IllegalStateException("the well is dry");
    }

    public String overloaded(Session session, String text) {
      return text;
    }

    public String overloaded(Session session, long number) {
      return Long.toString(number);
    }
  }

  @Test
  void callsAStaticMethod() throws Exception {
    assertThat(call("greet", "Ada")).isEqualTo("hello Ada");
  }

  @Test
  void makesTheObjectForAMethodThatIsNotStatic() throws Exception {
    assertThat(call("twice", "21")).isEqualTo(42L);
  }

  @Test
  void throwsOnWhatTheHandlerThrew() {
    assertThatThrownBy(() -> call("fail"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the well is dry");
  }

  @Test
  void refusesNullForAPrimitive() {
    assertThatThrownBy(() -> call("twice", (String) null))
        .hasMessageContaining("twice, argument 1: NULL does not fit the primitive type long");
  }

  @Test
  void refusesAHandlerThatIsMissingOrAmbiguous() {
    assertThatThrownBy(() -> call("nothing")).hasMessageContaining("found 0");
    assertThatThrownBy(() -> call("overloaded", "1")).hasMessageContaining("found 2");
    assertThatThrownBy(() -> HandlerMethod.find(loader(), "no.such.Type.run", 0))
        .hasMessageContaining("in none of the procedure's IMPORTS");
  }

  private static @Nullable Object call(String name, @Nullable String... arguments)
      throws Exception {
    List<@Nullable String> texts = java.util.Arrays.asList(arguments);
    return HandlerMethod.find(loader(), Handlers.class.getName() + "." + name, texts.size())
        .invoke(null, texts);
  }

  private static ClassLoader loader() {
    return HandlerMethodTest.class.getClassLoader();
  }
}
