package dev.freshet.procs.retain;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.freshet.contract.ContractId;
import dev.freshet.contract.Json;
import dev.freshet.procs.retain.Removal.What;
import java.util.ArrayList;
import java.util.List;

/** What goes and what stays, while it is being found out. */
final class Plan {
  private final int atMost;
  private final List<Removal> removals = new ArrayList<>();
  private final List<Stays> stays = new ArrayList<>();

  /**
   * Something that is not removed.
   *
   * @param what in a word or two
   */
  private record Stays(ContractId contract, String what, String why) {}

  Plan(int atMost) {
    this.atMost = atMost;
  }

  List<Removal> removals() {
    return List.copyOf(removals);
  }

  void remove(Removal removal) {
    removals.add(removal);
  }

  void stays(ContractId contract, String what, String why) {
    stays.add(new Stays(contract, what, why));
  }

  void stays(ContractId contract, What what, String why) {
    stays(contract, what.word(), why);
  }

  /** How many folders more may be removed by this call. */
  int room() {
    return atMost - removals.size();
  }

  ObjectNode json() {
    ObjectNode json = Json.STRICT.createObjectNode();
    var remove = json.putArray("remove");
    for (Removal r : removals) {
      remove
          .addObject()
          .put("contract", r.contract().toString())
          .put("what", r.what().word())
          .put("folder", r.folder());
    }
    var kept = json.putArray("kept");
    for (Stays s : stays) {
      kept.addObject()
          .put("contract", s.contract().toString())
          .put("what", s.what())
          .put("why", s.why());
    }
    return json;
  }
}
