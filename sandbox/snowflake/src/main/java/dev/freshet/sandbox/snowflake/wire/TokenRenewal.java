package dev.freshet.sandbox.snowflake.wire;

/**
 * {@code POST /session/token-request}, sent with the master token: another session token. Tokens
 * live as long as their session, so drivers have no need of it.
 */
final class TokenRenewal implements Endpoint {

  /** How long drivers are told their tokens are valid. */
  static final long VALID_SECONDS = 14_400;

  private final Clients clients;

  TokenRenewal(Clients clients) {
    this.clients = clients;
  }

  @Override
  public Answer answer(Request request) {
    Client client = clients.of(request);
    clients.renew(client);
    return Answer.of(
        json -> {
          json.writeStartObject();
          json.writeStringField("sessionToken", client.token());
          json.writeNumberField("validityInSecondsST", VALID_SECONDS);
          json.writeStringField("masterToken", client.masterToken());
          json.writeNumberField("validityInSecondsMT", VALID_SECONDS);
          json.writeNumberField("sessionId", client.session().id());
          json.writeEndObject();
        });
  }
}
