package dev.freshet.procs.stage;

import dev.freshet.contract.manifest.Manifest;
import dev.freshet.procs.warehouse.Answer;
import dev.freshet.procs.warehouse.Row;
import dev.freshet.procs.warehouse.Warehouse;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a COPY wrote into a folder of its own, once what it says and what LIST shows agree.
 *
 * @param parts the files by their keys
 * @param queryId the COPY
 */
public record UnloadedFiles(List<Manifest.Part> parts, String queryId) {
  /** Buckets in their order, which is that of publication; lanes too, for whoever reads it. */
  private static final Comparator<Manifest.Part> IN_ORDER =
      Comparator.comparing((Manifest.Part p) -> p.bucket().or(p::lane).orElse(0))
          .thenComparing(Manifest.Part::key);

  public UnloadedFiles {
    parts = List.copyOf(parts);
  }

  /**
   * Runs a COPY with DETAILED_OUTPUT.
   *
   * @param folder where it writes; nobody else ever does
   * @param lanes how many lanes the rows are spread over
   * @throws FolderDisagrees if its answer and the folder do not agree
   */
  public static UnloadedFiles copy(
      Warehouse warehouse, StageObjects stage, String copy, String folder, int lanes) {
    Answer copied = warehouse.named(copy, List.of("FILE_NAME", "FILE_SIZE", "ROW_COUNT"));
    Map<String, StageFile> listed =
        stage.list(folder).stream().collect(Collectors.toMap(StageFile::name, Function.identity()));
    if (listed.size() != copied.rows().size()) {
      throw new FolderDisagrees(
          folder,
          "has "
              + listed.size()
              + " files, COPY "
              + copied.queryId()
              + " wrote "
              + copied.rows().size());
    }
    return new UnloadedFiles(
        copied.rows().stream()
            .map(row -> part(folder, row, listed, lanes))
            .sorted(IN_ORDER)
            .toList(),
        copied.queryId());
  }

  private static Manifest.Part part(
      String folder, Row copied, Map<String, StageFile> listed, int lanes) {
    UnloadedName name = UnloadedName.of(copied.text(0));
    StageFile file = listed.get(name.path());
    if (file == null || file.bytes() != copied.whole(1)) {
      throw new FolderDisagrees(
          folder,
          "does not have "
              + name.path()
              + " with "
              + copied.whole(1)
              + " bytes, as COPY says, but "
              + (file == null ? "nothing of that name" : file.bytes() + " bytes"));
    }
    return new Manifest.Part(
        folder + name.path(),
        file.bytes(),
        copied.whole(2),
        file.etag(),
        name.lane(lanes),
        name.bucket());
  }

  /** The rows of all files. */
  public long rows() {
    return parts.stream().mapToLong(Manifest.Part::rows).sum();
  }
}
