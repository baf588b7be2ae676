package dev.freshet.cli.contract.earlier;

import java.util.LinkedHashMap;
import java.util.Map;

/** The texts that files have had up to a commit, renames followed. */
record History(Git git, String commit) {
  private static final String COMMIT = "commit ";

  /** The texts of a path by where each stood, newest first. */
  Map<String, String> texts(String path) {
    Map<String, String> texts = new LinkedHashMap<>();
    // A merge that settled a conflict is not in the log, but its outcome is at the tip.
    texts.put(path + " at " + commit, git.run("show", commit + ":" + path));
    String log =
        git.run(
            "--literal-pathspecs",
            "-c",
            "core.quotePath=false",
            "log",
            "--follow",
            "--diff-filter=d",
            "--name-only",
            "--format=" + COMMIT + "%h",
            commit,
            "--",
            path);
    String hash = "";
    for (String line : log.lines().filter(l -> !l.isBlank()).toList()) {
      if (line.startsWith(COMMIT)) {
        hash = line.substring(COMMIT.length());
      } else {
        texts.put(line + " at " + hash, git.run("show", hash + ":" + line));
      }
    }
    return texts;
  }
}
