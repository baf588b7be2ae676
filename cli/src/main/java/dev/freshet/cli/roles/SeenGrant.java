package dev.freshet.cli.roles;

/**
 * One row of SHOW GRANTS TO ROLE (sql-reference/sql/show-grants).
 *
 * @param name the object's full name, without quotes and without the arguments of a procedure;
 *     empty for the account
 */
record SeenGrant(String privilege, String kind, String name) {

  static SeenGrant of(String privilege, String kind, String name) {
    String plain = name.replace("\"", "");
    int arguments = plain.indexOf('(');
    return new SeenGrant(
        privilege,
        kind,
        kind.equals("ACCOUNT") ? "" : arguments < 0 ? plain : plain.substring(0, arguments));
  }

  boolean isIn(String database) {
    return name.equals(database) || name.startsWith(database + ".");
  }

  @Override
  public String toString() {
    return privilege + " ON " + kind + (name.isEmpty() ? "" : " " + name);
  }
}
