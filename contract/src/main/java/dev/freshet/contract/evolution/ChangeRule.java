package dev.freshet.contract.evolution;

import java.util.Locale;

/**
 * The one table of what may change between versions of a contract inside a major. It holds in both
 * directions and over all earlier versions: a reader of any of them reads new records, a reader of
 * the new one reads all records. Never more lenient than Avro's SchemaCompatibility, and stricter
 * where Avro does not look: decimals, logical types, a nullable field renamed or removed, meaning.
 * {@code docs/evolution.md} is printed from here.
 */
public enum ChangeRule {
  // The fields.
  FIELD_ADDED(
      Verdict.COMPATIBLE,
      Step.MINOR,
      "Older records lack the field: readers of this version see null there, older "
          + "readers skip it.",
      "Nothing to do."),
  FIELD_ADDED_WITH_BACKFILL(
      Verdict.COMPATIBLE_WITH_SNAPSHOT,
      Step.MINOR,
      "Facts published before lack the field until a snapshot publishes them again.",
      "Promote it with a snapshot."),
  BACKFILL_ASKED(
      Verdict.COMPATIBLE_WITH_SNAPSHOT,
      Step.MINOR,
      "Facts published before the field came lack it until a snapshot publishes them " + "again.",
      "Promote it with a snapshot."),
  REQUIRED_FIELD_ADDED(
      Verdict.NEEDS_MAJOR,
      Step.MAJOR,
      "Older records lack the field, so a reader that requires it cannot read them.",
      "Add it with required: false; or begin a new major."),
  FIELD_REMOVED(
      Verdict.NEEDS_MAJOR,
      Step.MAJOR,
      "Readers that use the field lose it: Avro fails or fills in null for ever, JSON "
          + "has no such name.",
      "Keep the field; or begin a new major and let its readers move."),
  FIELD_RENAMED(
      Verdict.NEEDS_MAJOR,
      Step.MAJOR,
      "For its readers the old name is gone, and the new one is empty in older "
          + "records; where both may be null no reader fails, it just sees nothing.",
      "Keep the old name and add the new one beside it; or begin a new major."),
  FIELDS_REORDERED(
      Verdict.COMPATIBLE,
      Step.MINOR,
      "Readers find fields by name in both formats.",
      "Nothing to do."),
  FIELD_BECAME_OPTIONAL(
      Verdict.NEEDS_MAJOR,
      Step.MAJOR,
      "Readers that were promised a value meet null.",
      "Keep required: true; or begin a new major."),
  FIELD_BECAME_REQUIRED(
      Verdict.NEEDS_MAJOR,
      Step.MAJOR,
      "Older records may hold null, and a reader that requires a value cannot read " + "them.",
      "Keep required: false; or begin a new major."),

  // Types.
  TYPE_WIDENED(
      Verdict.COMPATIBLE,
      Step.MINOR,
      "Values keep their form, and neither format bounds it: all readers go on. One "
          + "that sized a column by the old bound must widen it.",
      "Tell readers that store the field."),
  TYPE_NARROWED(
      Verdict.NEEDS_MAJOR,
      Step.MAJOR,
      "Records already published, and replays of them, hold values beyond the new "
          + "bound; rows beyond it stop coming.",
      "Keep the bound; or begin a new major."),
  PRECISION_CHANGED(
      Verdict.NEEDS_MAJOR,
      Step.MAJOR,
      "Avro matches decimals only of equal precision and scale, though its checker "
          + "does not look; readers that sized a column overflow.",
      "Keep the precision; or begin a new major."),
  SCALE_CHANGED(
      Verdict.NEEDS_MAJOR,
      Step.MAJOR,
      "The digits after the point are part of the value's form: an Avro reader would "
          + "move the point, a JSON reader sees another text.",
      "Keep the scale; or begin a new major."),
  WIRE_FORM_CHANGED(
      Verdict.NEEDS_MAJOR,
      Step.MAJOR,
      "The type is of the same family, but its values change their form in records or "
          + "keys, and readers of the old form fail or read them wrongly.",
      "Keep to a type of the old form (docs/types.md); or begin a new major."),
  TYPE_CHANGED(
      Verdict.NEEDS_MAJOR,
      Step.MAJOR,
      "Readers of the old type fail on the new one, or take it for something else.",
      "Add a field of the new type beside the old one; or begin a new major."),

  // Lists of values.
  ENUM_VALUE_ADDED(
      Verdict.NEEDS_MAJOR,
      Step.MAJOR,
      "The list is closed: readers that cover all its values meet one they do not "
          + "know, and an Avro reader fails.",
      "Begin a new major, with enumPolicy: open if the list will grow again."),
  ENUM_VALUE_REMOVED(
      Verdict.NEEDS_MAJOR,
      Step.MAJOR,
      "The list is closed and older records hold the value: a reader of this version "
          + "fails on them.",
      "Keep the value, even if no new fact has it; or begin a new major."),
  ENUM_CLOSED(
      Verdict.NEEDS_MAJOR,
      Step.MAJOR,
      "Older records may hold other values than the list now promises.",
      "Leave the field open; or begin a new major."),
  ENUM_OPENED(
      Verdict.NEEDS_MAJOR,
      Step.MAJOR,
      "Readers that count on the closed list meet values beyond it, and an Avro reader "
          + "of the enum fails.",
      "Keep the list closed; or begin a new major."),
  ENUM_REORDERED(
      Verdict.COMPATIBLE,
      Step.MINOR,
      "Values are matched by their text, not by their place.",
      "Nothing to do."),
  OPEN_ENUM_CHANGED(
      Verdict.COMPATIBLE,
      Step.MINOR,
      "The list is open: readers were told to cope with values they do not know.",
      "Tell readers of the new values."),

  // Keys and events.
  KEY_CHANGED(
      Verdict.NEEDS_MAJOR,
      Step.MAJOR,
      "The same fact gets another record key: it moves partition, compaction keeps "
          + "both, and deletes miss the old one.",
      "Begin a new major."),
  KEY_ENCODING_CHANGED(
      Verdict.NEEDS_MAJOR,
      Step.MAJOR,
      "The same fact gets another record key: it moves partition, compaction keeps "
          + "both, and deletes miss the old one.",
      "Begin a new major."),
  KIND_CHANGED(
      Verdict.NEEDS_MAJOR,
      Step.MAJOR,
      "Readers of a state keep the newest record of a key, readers of events keep them " + "all.",
      "Begin a new major."),
  IDENTITY_CHANGED(
      Verdict.NEEDS_MAJOR,
      Step.MAJOR,
      "Event ids are made of it: readers that skip doubles by id take the same event "
          + "for a new one.",
      "Begin a new major."),
  DELETES_CHANGED(
      Verdict.NEEDS_MAJOR,
      Step.MAJOR,
      "Readers that wait for one form of delete never see it, and fail on the other or "
          + "ignore it.",
      "Begin a new major."),
  EVENT_TIME_CHANGED(
      Verdict.NEEDS_MAJOR,
      Step.MAJOR,
      "Readers order and window by it: one topic would tell two times.",
      "Add the other time as a field; or begin a new major."),
  EVENT_TIME_DECLARED(
      Verdict.COMPATIBLE,
      Step.MINOR,
      "Records get an event time they did not have; no one could rely on it before.",
      "Nothing to do."),
  FORMAT_CHANGED(
      Verdict.NEEDS_MAJOR,
      Step.MAJOR,
      "Readers of one format cannot read the other, and the topic holds both.",
      "Begin a new major."),
  ZONE_CHANGED(
      Verdict.NEEDS_MAJOR,
      Step.MAJOR,
      "The same local time in the source becomes another instant in the records.",
      "Begin a new major."),

  // Meaning.
  WHERE_CHANGED(
      Verdict.COMPATIBLE_WITH_SNAPSHOT,
      Step.MINOR,
      "Facts that enter or leave by the new condition are published only when their "
          + "rows change, until a snapshot or rebaseline puts the topic right.",
      "Promote it with a snapshot."),
  SOURCE_CHANGED(
      Verdict.COMPATIBLE_WITH_SNAPSHOT,
      Step.MINOR,
      "The topic holds the old source's facts, which nothing compares with the new source's.",
      "Begin a new major over the new source, since a promotion refuses this; or keep the name, as a"
          + " view."),
  COLUMN_CHANGED(
      Verdict.COMPATIBLE_WITH_SNAPSHOT,
      Step.MINOR,
      "The field has the same name but is filled from another column: facts published "
          + "before keep the old value.",
      "Promote it with a snapshot; if the meaning changed, add a field instead."),
  TRANSFORM_CHANGED(
      Verdict.COMPATIBLE_WITH_SNAPSHOT,
      Step.MINOR,
      "The field is computed in another way: facts published before keep the old " + "value.",
      "Promote it with a snapshot; if the meaning changed, add a field instead."),
  EVENTS_RESHAPED(
      Verdict.NEEDS_MAJOR,
      Step.MAJOR,
      "An event is published once and no snapshot can correct it: one topic would hold "
          + "events of two meanings.",
      "Begin a new major; or add a field for the new meaning."),

  // Promises beside the record.
  RETENTION_SHORTENED(
      Verdict.NEEDS_MAJOR,
      Step.MAJOR,
      "Readers that rely on reading back that far lose facts before they come.",
      "Keep the retention; or begin a new major."),
  RETENTION_LENGTHENED(
      Verdict.COMPATIBLE,
      Step.MINOR,
      "Readers can read back further.",
      "Have the operators set the topic's retention."),
  SERVICE_LEVEL_CHANGED(
      Verdict.COMPATIBLE,
      Step.MINOR,
      "No record changes; readers may have alerts set by the old promise.",
      "Tell readers if it became slower."),
  PROTECTION_LOWERED(
      Verdict.NEEDS_MAJOR,
      Step.MAJOR,
      "Who may read, copy and store the facts was decided by the old class; the words "
          + "public, internal, confidential, restricted are ordered, any other change counts "
          + "as lower.",
      "Keep the class; or begin a new major, where access is decided anew."),
  PROTECTION_RAISED(
      Verdict.COMPATIBLE,
      Step.MINOR,
      "No record changes, but those who may read the topic now may read something more "
          + "sensitive than they were cleared for.",
      "Have the owner go through the topic's readers before promotion."),

  // Running it.
  LANES_CHANGED(
      Verdict.COMPATIBLE,
      Step.MINOR,
      "Records of a key stay in order; the bridge moves them over at the boundary of a "
          + "change set.",
      "Nothing to do."),
  HANDLING_CHANGED(
      Verdict.COMPATIBLE,
      Step.MINOR,
      "No record changes its form; which rows are held back, and how, may.",
      "Tell readers if rows may now be set aside."),
  PROSE_CHANGED(Verdict.COMPATIBLE, Step.PATCH, "No record changes.", "Nothing to do."),

  // The version itself.
  VERSION_REUSED(
      Verdict.COMPATIBLE,
      Step.PATCH,
      "Consumers have this version with another text; one version means one text for " + "ever.",
      "Raise the version."),
  VERSION_NOT_ABOVE(
      Verdict.COMPATIBLE,
      Step.PATCH,
      "A version that comes later must be higher, or nobody can tell which text is in " + "force.",
      "Raise the version above the highest."),
  VERSION_STEP_TOO_SMALL(
      Verdict.COMPATIBLE,
      Step.PATCH,
      "A patch promises that nothing but prose changed.",
      "Raise the minor version.");

  private final Verdict verdict;
  private final Step step;
  private final String why;
  private final String wayOut;

  ChangeRule(Verdict verdict, Step step, String why, String wayOut) {
    this.verdict = verdict;
    this.step = step;
    this.why = why;
    this.wayOut = wayOut;
  }

  /** The rule's name in reports, for instance {@code field-removed}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public Verdict verdict() {
    return verdict;
  }

  /** The least step of the version that the change asks for. */
  public Step step() {
    return step;
  }

  /** What consumers see. */
  public String why() {
    return why;
  }

  /** What to do instead, or beside. */
  public String wayOut() {
    return wayOut;
  }

  /** Whether it is the declared version that is wrong, whatever changed. */
  public boolean isAboutVersion() {
    return switch (this) {
      case VERSION_REUSED, VERSION_NOT_ABOVE, VERSION_STEP_TOO_SMALL -> true;
      default -> false;
    };
  }
}
