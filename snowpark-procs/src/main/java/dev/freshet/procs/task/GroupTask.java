package dev.freshet.procs.task;

import dev.freshet.contract.Contract;
import dev.freshet.contract.ContractId;
import dev.freshet.procs.home.ContractTexts;
import dev.freshet.procs.home.Settings;
import dev.freshet.procs.sql.AppSchema;
import dev.freshet.procs.task.ExportGroups.Member;
import dev.freshet.procs.warehouse.Warehouse;
import java.util.List;

/**
 * The one task of an export group. Its WHEN names the streams of all members, so it is given
 * another shape whenever one joins or leaves.
 */
public final class GroupTask {
  /** No limit of a WHEN is documented; that of a sensible run comes first. */
  public static final int MOST_MEMBERS = 50;

  private final Warehouse warehouse;
  private final AppSchema app;
  private final String group;
  private final ExportGroups groups;

  public GroupTask(Warehouse warehouse, AppSchema app, String group) {
    this.warehouse = warehouse;
    this.app = app;
    this.group = group;
    this.groups = new ExportGroups(warehouse, app);
  }

  /**
   * Gives the task the shape that its members want, and lets it run; without members it is
   * suspended. Whoever joins or leaves notes that first and calls this then: members are read again
   * after the task was altered, so of two who come at once the last to alter has seen both.
   */
  public void shape() {
    List<Member> members = groups.members(group);
    List<Member> now = members;
    do {
      members = now;
      shape(members);
      now = groups.members(group);
    } while (!now.equals(members));
  }

  /**
   * Whether one more may join.
   *
   * @throws IllegalStateException if the group is full
   */
  public void requireRoom(ContractId joining) {
    List<Member> members = groups.members(group);
    if (members.size() >= MOST_MEMBERS
        && members.stream().noneMatch(m -> m.contract().equals(joining))) {
      throw new IllegalStateException(
          "Export group "
              + group
              + " has "
              + members.size()
              + " contracts, and its task names the streams of all; "
              + joining
              + " needs another freshet.exportGroup, or none");
    }
  }

  private void shape(List<Member> members) {
    suspend();
    if (members.isEmpty()) {
      return;
    }
    ContractTexts texts = new ContractTexts(warehouse, app);
    List<Contract> versions =
        members.stream().map(m -> texts.read(m.contract(), m.version())).toList();
    warehouse.run(Tasks.group(app, group, versions, Settings.read(warehouse, app)).createOrAlter());
    warehouse.run("ALTER TASK " + app.groupTask(group) + " RESUME");
  }

  /** Suspends it, if it was ever made; a run under way goes on. */
  public void suspend() {
    warehouse.run("ALTER TASK IF EXISTS " + app.groupTask(group) + " SUSPEND");
  }
}
