package dev.freshet.contract.evolution;

import dev.freshet.contract.Field;
import java.util.ArrayList;
import java.util.List;

/** What became of the list of values a field may have. */
final class EnumChange {
  private EnumChange() {}

  static void find(Field before, Field after, String where, Changes changes) {
    if (before.isClosedEnum() && after.isClosedEnum()) {
      closed(before.enumValues(), after.enumValues(), where, changes);
    } else if (before.isClosedEnum()) {
      changes.add(ChangeRule.ENUM_OPENED, where, before.enumValues(), opened(after));
    } else if (after.isClosedEnum()) {
      changes.add(ChangeRule.ENUM_CLOSED, where, opened(before), after.enumValues());
    } else {
      changes.compare(ChangeRule.OPEN_ENUM_CHANGED, where, before.enumValues(), after.enumValues());
    }
  }

  private static String opened(Field field) {
    return field.enumValues().isEmpty()
        ? "any value"
        : String.join(", ", field.enumValues()) + " and more";
  }

  private static void closed(
      List<String> before, List<String> after, String where, Changes changes) {
    List<String> added = without(after, before);
    List<String> removed = without(before, after);
    if (!added.isEmpty()) {
      changes.add(ChangeRule.ENUM_VALUE_ADDED, where, before, after);
    }
    if (!removed.isEmpty()) {
      changes.add(ChangeRule.ENUM_VALUE_REMOVED, where, before, after);
    }
    if (added.isEmpty() && removed.isEmpty()) {
      changes.compare(ChangeRule.ENUM_REORDERED, where, before, after);
    }
  }

  private static List<String> without(List<String> values, List<String> others) {
    List<String> left = new ArrayList<>(values);
    left.removeAll(others);
    return left;
  }
}
