package dev.freshet.contract.expression;

/** Why a text is no expression of the grammar; told with the text by {@link Expression}. */
final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Refusal(String why) {
    super(why);
  }
}
