package dev.freshet.procs.stage;

import dev.freshet.contract.manifest.Manifest;
import dev.freshet.procs.warehouse.Answer;
import dev.freshet.procs.warehouse.Row;
import dev.freshet.procs.warehouse.Warehouse;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a COPY wrote into a folder of its own, once what it says and what LIST shows agree.
 *
 * @param parts the files by their keys
 * @param queryId the COPY
 */
public record UnloadedFiles(List<Manifest.Part> parts, String queryId) {
  public UnloadedFiles {
    parts = List.copyOf(parts);
  }

  /**
   * Runs a COPY with DETAILED_OUTPUT.
   *
   * @param folder where it writes; nobody else ever does
   * @throws FolderDisagrees if its answer and the folder do not agree
   */
  public static UnloadedFiles copy(
      Warehouse warehouse, StageObjects stage, String copy, String folder) {
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
            .map(row -> part(folder, row, listed))
            .sorted(Comparator.comparing(Manifest.Part::key))
            .toList(),
        copied.queryId());
  }

  private static Manifest.Part part(String folder, Row copied, Map<String, StageFile> listed) {
    String name = StageFile.lastPart(copied.text(0));
    StageFile file = listed.get(name);
    if (file == null || file.bytes() != copied.whole(1)) {
      throw new FolderDisagrees(
          folder,
          "does not have "
              + name
              + " with "
              + copied.whole(1)
              + " bytes, as COPY says, but "
              + (file == null ? "nothing of that name" : file.bytes() + " bytes"));
    }
    return new Manifest.Part(
        folder + name,
        file.bytes(),
        copied.whole(2),
        file.etag(),
        Optional.empty(),
        Optional.empty());
  }

  /** The rows of all files. */
  public long rows() {
    return parts.stream().mapToLong(Manifest.Part::rows).sum();
  }
}
