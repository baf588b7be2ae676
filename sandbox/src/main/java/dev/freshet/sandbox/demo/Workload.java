package dev.freshet.sandbox.demo;

import dev.freshet.sandbox.demo.change.Change;
import java.util.List;

/**
 * The changes of the demo, in rounds. A round is a function of seed, number of orders and the
 * round's number: the same always gives the same statements, whatever the rounds before did.
 *
 * @param seed any number
 * @param orders how many orders the first load has; the sizes of changes follow it
 */
public record Workload(long seed, int orders) {
  public Workload {
    if (orders < 100) {
      throw new IllegalArgumentException("The demo needs 100 orders or more, found " + orders);
    }
  }

  /**
   * All changes of one round, each kind at least once, in an order of its own.
   *
   * @param number from 1; every fourth round reloads the customers
   */
  public List<Change> round(int number) {
    return new Round(seed, number, new TpchKeys(orders)).changes();
  }
}
