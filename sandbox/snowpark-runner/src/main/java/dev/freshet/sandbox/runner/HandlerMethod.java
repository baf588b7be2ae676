package dev.freshet.sandbox.runner;

import com.snowflake.snowpark_java.Session;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The method a procedure's HANDLER names: public, a Snowpark session first, then one parameter per
 * argument; static, or of a class with a public constructor without parameters.
 */
final class HandlerMethod {

  private final String handler;
  private final Method method;

  private HandlerMethod(String handler, Method method) {
    this.handler = handler;
    this.method = method;
  }

  /**
   * @throws IllegalArgumentException if there is no such class or method, or more than one
   */
  static HandlerMethod find(ClassLoader classes, String handler, int arguments) {
    int dot = handler.lastIndexOf('.');
    if (dot < 1) {
      throw new IllegalArgumentException("HANDLER '" + handler + "' is not <class>.<method>");
    }
    Class<?> type = load(classes, handler, handler.substring(0, dot));
    List<Method> found =
        Arrays.stream(type.getMethods())
            .filter(method -> method.getName().equals(handler.substring(dot + 1)))
            .filter(method -> !method.isBridge() && takes(method, arguments))
            .toList();
    if (found.size() != 1) {
      throw new IllegalArgumentException(
          "HANDLER '%s': expected one public method with a Snowpark Session and %d argument(s), found %d"
              .formatted(handler, arguments, found.size()));
    }
    return new HandlerMethod(handler, found.get(0));
  }

  /** Runs the handler; what it throws is thrown on. */
  @Nullable Object invoke(Session session, List<@Nullable String> texts) throws Exception {
    Class<?>[] types = method.getParameterTypes();
    @Nullable Object[] values = new @Nullable Object[types.length];
    values[0] = session;
    for (int i = 1; i < types.length; i++) {
      values[i] = SqlText.parse(texts.get(i - 1), types[i], handler + ", argument " + i);
    }
    try {
      return method.invoke(receiver(), values);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof Exception thrown) {
        throw thrown;
      }
      throw e;
    }
  }

  private @Nullable Object receiver() throws ReflectiveOperationException {
    return Modifier.isStatic(method.getModifiers())
        ? null
        : method.getDeclaringClass().getConstructor().newInstance();
  }

  private static Class<?> load(ClassLoader classes, String handler, String name) {
    try {
      return Class.forName(name, true, classes);
    } catch (ClassNotFoundException e) {
      throw new IllegalArgumentException(
          "HANDLER '" + handler + "': class " + name + " is in none of the procedure's IMPORTS", e);
    }
  }

  private static boolean takes(Method method, int arguments) {
    Class<?>[] types = method.getParameterTypes();
    return types.length == arguments + 1 && types[0] == Session.class;
  }
}
