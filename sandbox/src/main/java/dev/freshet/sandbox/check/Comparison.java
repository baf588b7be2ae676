package dev.freshet.sandbox.check;

/** Takes in the records of a topic, then the facts of the truth, and notes where they differ. */
sealed interface Comparison permits StateComparison, EventComparison {

  /** The next record of the topic. */
  void published(TopicRecord record);

  /** The next row of the truth; after all records. */
  void held(String key, String fact);

  /** The counts, after all rows. */
  Rows finished();
}
