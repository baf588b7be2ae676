package dev.freshet.procs.stage;

/** A folder does not hold what COPY says it wrote; nobody may name its files. */
public final class FolderDisagrees extends RuntimeException {
  private static final long serialVersionUID = 1L;

  FolderDisagrees(String folder, String what) {
    super("the folder " + folder + " " + what);
  }
}
