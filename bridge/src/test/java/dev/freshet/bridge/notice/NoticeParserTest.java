package dev.freshet.bridge.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.freshet.contract.ContractId;
import dev.freshet.contract.ReplayId;
import java.util.List;
import org.junit.jupiter.api.Test;

class NoticeParserTest {
  private static final String KEY = "env/manifests/shop.order_placed.v1/00000000000000000007.json";
  private final NoticeParser parser = new NoticeParser("stage", "env/");

  private static String event(String name, String bucket, String key) {
    return ("{\"Records\":[{\"eventVersion\":\"2.1\",\"eventSource\":\"aws:s3\",\"eventName\":\"%s\","
            + "\"s3\":{\"bucket\":{\"name\":\"%s\"},\"object\":{\"key\":\"%s\",\"size\":1}}}]}")
        .formatted(name, bucket, key);
  }

  private static final Notice SEVENTH =
      new Notice.OfManifest(ContractId.parse("shop.order_placed.v1"), 7);

  @Test
  void readsAnObjectCreatedEvent() {
    assertThat(parser.parse(event("ObjectCreated:Put", "stage", KEY))).containsExactly(SEVENTH);
  }

  @Test
  void readsWhatIsAskedOfAReplay() {
    String key = "env/replays/shop.order_placed.v1/try-7.0.json";
    assertThat(parser.parse(event("ObjectCreated:Put", "stage", key)))
        .containsExactly(
            new Notice.OfReplay(ContractId.parse("shop.order_placed.v1"), new ReplayId("try-7")));
  }

  @Test
  void decodesTheKeyOnce() {
    NoticeParser odd = new NoticeParser("stage", "a b+%2F/");
    String encoded = KEY.replace("env/", "a+b%2B%252F/");
    assertThat(odd.parse(event("ObjectCreated:Put", "stage", encoded))).containsExactly(SEVENTH);
  }

  @Test
  void opensAnSnsEnvelope() {
    String inner =
        JsonNodeFactory.instance.textNode(event("ObjectCreated:Put", "stage", KEY)).toString();
    assertThat(parser.parse("{\"Type\":\"Notification\",\"Message\":" + inner + "}"))
        .containsExactly(SEVENTH);
  }

  @Test
  void takesTestEventsAndEventsOfOtherThingsForNothing() {
    String test = "{\"Service\":\"Amazon S3\",\"Event\":\"s3:TestEvent\",\"Bucket\":\"stage\"}";
    assertThat(parser.parse(test)).isEmpty();
    for (String foreign :
        List.of(
            event("ObjectRemoved:Delete", "stage", KEY),
            event("ObjectCreated:Put", "another", KEY),
            event("ObjectCreated:Put", "stage", "env/data/shop.order_placed.v1/x.parquet"),
            event("ObjectCreated:Put", "stage", KEY.replace("env/", "other/")))) {
      assertThat(parser.parse(foreign)).as(foreign).isEmpty();
    }
  }

  @Test
  void refusesWhatIsNoS3Event() {
    for (String text : List.of("hello", "{}", "[]", "{\"Records\":[{}]}", "{\"Records\":7}")) {
      assertThatThrownBy(() -> parser.parse(text))
          .as(text)
          .isInstanceOf(IllegalArgumentException.class);
    }
  }
}
