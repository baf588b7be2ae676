INSERT ALL
  WHEN "__violation" IS NOT NULL THEN INTO FRESHET.APP.REJECTIONS
    (CONTRACT, CONTRACT_VERSION, RUN, ATTEMPT, RULE, KEY_TEXT, IDENTITY_TEXT, ROW_ID)
    VALUES ("__contract", "__version", "__run", "__attempt", "__violation", "__key", "__identity", "__row_id")
  WHEN "__op" IS NOT NULL THEN INTO FRESHET.SHOP__ORDER_STATUS_CHANGED__V1.STAGED
    ("__sequence", "__op", "__key", "__lane", "__n", "o_orderkey", "o_orderstatus", "o_orderpriority", "o_clerk")
    VALUES ("__sequence", "__op", "__key", "__lane", "__n", "o_orderkey", "o_orderstatus", "o_orderpriority", "o_clerk")
  WHEN "__noted" THEN INTO FRESHET.SHOP__ORDER_STATUS_CHANGED__V1.KEYS
    (KEY_TEXT, ROW_ID, IMAGE, OP, SEQUENCE, ATTEMPT)
    VALUES ("__key", "__new_row", "__new_image", "__new_op", "__new_sequence", "__attempt")
  WHEN "__gone" THEN INTO FRESHET.APP.RELEASES
    (CONTRACT, IDENTITY_TEXT, ATTEMPT, RUN, OUTCOME, REASON, ROW_ID)
    VALUES ("__contract", "__identity", "__attempt", "__run", "__closes", "__reason", "__row_id")
SELECT
  7 AS "__sequence",
  'shop.order_status_changed.v1' AS "__contract",
  '1.0.0' AS "__version",
  'run' AS "__run",
  12 AS "__attempt",
  CASE "__outcome" WHEN 'upsert' THEN 'U' WHEN 'delete' THEN 'D' END AS "__op",
  CASE WHEN "__outcome" = 'rejected' THEN COALESCE("__broken", 'duplicateKey') END AS "__violation",
  "__row_id",
  "__key",
  0 AS "__lane",
  "__n",
  "__noted",
  "__key" AS "__identity",
  "__gone",
  'the row is gone' AS "__reason",
  CASE WHEN "__after" THEN "__row_id" END AS "__new_row",
  CASE WHEN "__outcome" IN ('upsert', 'unchanged') THEN "__image" WHEN "__after" THEN "__known_image" END AS "__new_image",
  CASE WHEN "__outcome" IN ('upsert', 'unchanged') THEN 'U' WHEN "__outcome" = 'delete' THEN 'D' ELSE "__known_op" END AS "__new_op",
  CASE WHEN "__outcome" IN ('upsert', 'delete') THEN 7 ELSE "__known_sequence" END AS "__new_sequence",
  'superseded' AS "__closes",
  "o_orderkey",
  CASE WHEN "__outcome" <> 'delete' THEN "o_orderstatus" END AS "o_orderstatus",
  CASE WHEN "__outcome" <> 'delete' THEN "o_orderpriority" END AS "o_orderpriority",
  CASE WHEN "__outcome" <> 'delete' THEN "o_clerk" END AS "o_clerk"
FROM (
  SELECT
    "__outcome",
    "__broken",
    "__row_id",
    "__key",
    "__after",
    1 AS "__n",
    COALESCE("__key" IS NOT NULL AND CASE WHEN "__after" THEN "__admitted" AND "__row_id" = "__holder" AND ("__known_row" IS NULL OR "__leaver" IS NOT NULL) ELSE "__row_id" = "__leaver" AND "__afters" = 0 END AND ("__outcome" IN ('upsert', 'delete') OR "__known_row" IS DISTINCT FROM CASE WHEN "__after" THEN "__row_id" END), FALSE) AS "__noted",
    COALESCE(NOT "__after" AND "__admitted" AND "__stays" = 0 AND ("__key" IS NULL OR ("__known" AND ("__row_id" IS DISTINCT FROM "__known_row" OR "__known_op" IS DISTINCT FROM 'U'))), FALSE) AS "__gone",
    "__image",
    "__known_row",
    "__known",
    "__known_image",
    "__known_op",
    "__known_sequence",
    "o_orderkey",
    "o_orderstatus",
    "o_orderpriority",
    "o_clerk"
  FROM (
    SELECT
      CASE
        WHEN NOT "__after" AND "__row_id" = "__leaver" AND "__afters" = 0 AND "__known_op" = 'U' THEN 'delete'
        WHEN NOT "__after" THEN NULL
        WHEN NOT "__admitted" THEN 'filtered'
        WHEN "__broken" IS NOT NULL OR "__afters" > 1 OR NOT ("__known_row" IS NULL OR "__leaver" IS NOT NULL) THEN 'rejected'
        WHEN "__known_op" = 'U' AND "__image" = "__known_image" THEN 'unchanged'
        ELSE 'upsert'
        END AS "__outcome",
      "__broken",
      "__row_id",
      "__key",
      "__after",
      "__image",
      "__leaver",
      "__holder",
      "__afters",
      "__admitted",
      "__stays",
      "__known_row",
      "__known",
      "__known_image",
      "__known_op",
      "__known_sequence",
      "o_orderkey",
      "o_orderstatus",
      "o_orderpriority",
      "o_clerk"
    FROM (
      SELECT
        "__after",
        "__row_id",
        "__admitted",
        "__key",
        "__broken",
        "__image",
        COUNT_IF("__after" AND "__admitted") OVER (PARTITION BY "__key") AS "__afters",
        COUNT_IF("__after" AND "__admitted") OVER (PARTITION BY "__key", "__row_id") AS "__stays",
        MIN(CASE WHEN NOT "__after" AND ("__row_id" = "__known_row" OR (NOT "__second" AND (LEFT("__known_row", 1) = '?' AND CASE WHEN "__known_row" = '?ce1aba16.00000000' THEN "__admitted" AND "__known_op" = 'U' AND "__image" = "__known_image" WHEN LEFT("__known_row", 10) = '?ce1aba16.' THEN "__known_op" = 'U' AND "__image" = "__known_image" ELSE "__admitted" END))) THEN "__row_id" END) OVER (PARTITION BY "__key") AS "__leaver",
        COALESCE(MIN(CASE WHEN "__after" AND "__admitted" AND "__row_id" = "__known_row" THEN "__row_id" END) OVER (PARTITION BY "__key"), MIN(CASE WHEN "__after" AND "__admitted" THEN "__row_id" END) OVER (PARTITION BY "__key")) AS "__holder",
        "__known_row",
        "__known",
        "__known_image",
        "__known_op",
        "__known_sequence",
        "o_orderkey",
        "o_orderstatus",
        "o_orderpriority",
        "o_clerk"
      FROM (
        SELECT
          "r"."__after",
          "r"."__row_id",
          "r"."__admitted",
          "r"."__key",
          "r"."__broken",
          "r"."__image",
          "r"."o_orderkey",
          "r"."o_orderstatus",
          "r"."o_orderpriority",
          "r"."o_clerk",
          "d".ROW_ID IS NOT NULL AS "__second",
          COALESCE("k".ROW_ID, CASE "k".OP WHEN 'U' THEN '?' END) AS "__known_row",
          "k".KEY_TEXT IS NOT NULL AS "__known",
          "k".IMAGE AS "__known_image",
          "k".OP AS "__known_op",
          "k".SEQUENCE AS "__known_sequence"
        FROM (
          SELECT
            "__after",
            "__row_id",
            "__admitted",
            TO_VARCHAR("o_orderkey") AS "__key",
            CASE WHEN NOT ("__after" AND "__admitted") THEN NULL WHEN "__misfit" THEN 'doesNotFit' WHEN "o_orderkey" IS NULL THEN 'missingKey' WHEN "o_orderstatus" IS NULL THEN 'requiredNull' WHEN "o_orderstatus" NOT IN ('O', 'F', 'P') THEN 'unknownEnum' END AS "__broken",
            CASE WHEN NOT "__misfit" THEN SHA2('' || COALESCE(OCTET_LENGTH(TO_VARCHAR("o_orderkey")) || ':' || TO_VARCHAR("o_orderkey"), '-') || COALESCE(OCTET_LENGTH("o_orderstatus") || ':' || "o_orderstatus", '-') || COALESCE(OCTET_LENGTH("o_orderpriority") || ':' || "o_orderpriority", '-') || COALESCE(OCTET_LENGTH("o_clerk") || ':' || "o_clerk", '-')) END AS "__image",
            "o_orderkey",
            "o_orderstatus",
            "o_orderpriority",
            "o_clerk"
          FROM (
            SELECT
              METADATA$ACTION = 'INSERT' AS "__after",
              METADATA$ROW_ID AS "__row_id",
              TRUE AS "__admitted",
              NOT (COALESCE(ABS("O_ORDERKEY") < 1000000000000 AND ROUND("O_ORDERKEY", 0) = "O_ORDERKEY", TRUE) AND COALESCE(LENGTH("O_ORDERSTATUS") <= 1, TRUE) AND COALESCE(LENGTH("O_ORDERPRIORITY") <= 15, TRUE) AND COALESCE(LENGTH("O_CLERK") <= 15, TRUE)) AS "__misfit",
              CASE WHEN COALESCE(ABS("O_ORDERKEY") < 1000000000000 AND ROUND("O_ORDERKEY", 0) = "O_ORDERKEY", TRUE) THEN CAST("O_ORDERKEY" AS NUMBER(12,0)) END AS "o_orderkey",
              CASE WHEN COALESCE(LENGTH("O_ORDERSTATUS") <= 1, TRUE) THEN "O_ORDERSTATUS" END AS "o_orderstatus",
              CASE WHEN COALESCE(LENGTH("O_ORDERPRIORITY") <= 15, TRUE) THEN "O_ORDERPRIORITY" END AS "o_orderpriority",
              CASE WHEN COALESCE(LENGTH("O_CLERK") <= 15, TRUE) THEN "O_CLERK" END AS "o_clerk"
            FROM FRESHET.SHOP__ORDER_STATUS_CHANGED__V1.SOURCE_STREAM
          )
        ) AS "r"
        LEFT JOIN FRESHET.SHOP__ORDER_STATUS_CHANGED__V1.KEYS AS "k" ON "k".KEY_TEXT = "r"."__key" AND "k".ATTEMPT < 12
        LEFT JOIN (SELECT DISTINCT ROW_ID FROM FRESHET.APP.OPEN_REJECTIONS WHERE CONTRACT = 'shop.order_status_changed.v1' AND RULE = 'duplicateKey' AND ATTEMPT < 12) AS "d" ON "d".ROW_ID = "r"."__row_id"
        QUALIFY ROW_NUMBER() OVER (PARTITION BY "r"."__row_id", "r"."__after" ORDER BY "k".ATTEMPT DESC NULLS LAST) = 1
      )
    )
  )
);

SELECT COALESCE("__outcome", 'none'), CASE WHEN "__outcome" = 'rejected' THEN COALESCE("__broken", 'duplicateKey') END, COUNT(*), COUNT_IF("__noted") + COUNT_IF("__gone")
FROM (
SELECT
  "__outcome",
  "__broken",
  "__row_id",
  "__key",
  "__after",
  1 AS "__n",
  COALESCE("__key" IS NOT NULL AND CASE WHEN "__after" THEN "__admitted" AND "__row_id" = "__holder" AND ("__known_row" IS NULL OR "__leaver" IS NOT NULL) ELSE "__row_id" = "__leaver" AND "__afters" = 0 END AND ("__outcome" IN ('upsert', 'delete') OR "__known_row" IS DISTINCT FROM CASE WHEN "__after" THEN "__row_id" END), FALSE) AS "__noted",
  COALESCE(NOT "__after" AND "__admitted" AND "__stays" = 0 AND ("__key" IS NULL OR ("__known" AND ("__row_id" IS DISTINCT FROM "__known_row" OR "__known_op" IS DISTINCT FROM 'U'))), FALSE) AS "__gone",
  "__image",
  "__known_row",
  "__known",
  "__known_image",
  "__known_op",
  "__known_sequence",
  "o_orderkey",
  "o_orderstatus",
  "o_orderpriority",
  "o_clerk"
FROM (
  SELECT
    CASE
      WHEN NOT "__after" AND "__row_id" = "__leaver" AND "__afters" = 0 AND "__known_op" = 'U' THEN 'delete'
      WHEN NOT "__after" THEN NULL
      WHEN NOT "__admitted" THEN 'filtered'
      WHEN "__broken" IS NOT NULL OR "__afters" > 1 OR NOT ("__known_row" IS NULL OR "__leaver" IS NOT NULL) THEN 'rejected'
      WHEN "__known_op" = 'U' AND "__image" = "__known_image" THEN 'unchanged'
      ELSE 'upsert'
      END AS "__outcome",
    "__broken",
    "__row_id",
    "__key",
    "__after",
    "__image",
    "__leaver",
    "__holder",
    "__afters",
    "__admitted",
    "__stays",
    "__known_row",
    "__known",
    "__known_image",
    "__known_op",
    "__known_sequence",
    "o_orderkey",
    "o_orderstatus",
    "o_orderpriority",
    "o_clerk"
  FROM (
    SELECT
      "__after",
      "__row_id",
      "__admitted",
      "__key",
      "__broken",
      "__image",
      COUNT_IF("__after" AND "__admitted") OVER (PARTITION BY "__key") AS "__afters",
      COUNT_IF("__after" AND "__admitted") OVER (PARTITION BY "__key", "__row_id") AS "__stays",
      MIN(CASE WHEN NOT "__after" AND ("__row_id" = "__known_row" OR (NOT "__second" AND (LEFT("__known_row", 1) = '?' AND CASE WHEN "__known_row" = '?ce1aba16.00000000' THEN "__admitted" AND "__known_op" = 'U' AND "__image" = "__known_image" WHEN LEFT("__known_row", 10) = '?ce1aba16.' THEN "__known_op" = 'U' AND "__image" = "__known_image" ELSE "__admitted" END))) THEN "__row_id" END) OVER (PARTITION BY "__key") AS "__leaver",
      COALESCE(MIN(CASE WHEN "__after" AND "__admitted" AND "__row_id" = "__known_row" THEN "__row_id" END) OVER (PARTITION BY "__key"), MIN(CASE WHEN "__after" AND "__admitted" THEN "__row_id" END) OVER (PARTITION BY "__key")) AS "__holder",
      "__known_row",
      "__known",
      "__known_image",
      "__known_op",
      "__known_sequence",
      "o_orderkey",
      "o_orderstatus",
      "o_orderpriority",
      "o_clerk"
    FROM (
      SELECT
        "r"."__after",
        "r"."__row_id",
        "r"."__admitted",
        "r"."__key",
        "r"."__broken",
        "r"."__image",
        "r"."o_orderkey",
        "r"."o_orderstatus",
        "r"."o_orderpriority",
        "r"."o_clerk",
        "d".ROW_ID IS NOT NULL AS "__second",
        COALESCE("k".ROW_ID, CASE "k".OP WHEN 'U' THEN '?' END) AS "__known_row",
        "k".KEY_TEXT IS NOT NULL AS "__known",
        "k".IMAGE AS "__known_image",
        "k".OP AS "__known_op",
        "k".SEQUENCE AS "__known_sequence"
      FROM (
        SELECT
          "__after",
          "__row_id",
          "__admitted",
          TO_VARCHAR("o_orderkey") AS "__key",
          CASE WHEN NOT ("__after" AND "__admitted") THEN NULL WHEN "__misfit" THEN 'doesNotFit' WHEN "o_orderkey" IS NULL THEN 'missingKey' WHEN "o_orderstatus" IS NULL THEN 'requiredNull' WHEN "o_orderstatus" NOT IN ('O', 'F', 'P') THEN 'unknownEnum' END AS "__broken",
          CASE WHEN NOT "__misfit" THEN SHA2('' || COALESCE(OCTET_LENGTH(TO_VARCHAR("o_orderkey")) || ':' || TO_VARCHAR("o_orderkey"), '-') || COALESCE(OCTET_LENGTH("o_orderstatus") || ':' || "o_orderstatus", '-') || COALESCE(OCTET_LENGTH("o_orderpriority") || ':' || "o_orderpriority", '-') || COALESCE(OCTET_LENGTH("o_clerk") || ':' || "o_clerk", '-')) END AS "__image",
          "o_orderkey",
          "o_orderstatus",
          "o_orderpriority",
          "o_clerk"
        FROM (
          SELECT
            METADATA$ACTION = 'INSERT' AS "__after",
            METADATA$ROW_ID AS "__row_id",
            TRUE AS "__admitted",
            NOT (COALESCE(ABS("O_ORDERKEY") < 1000000000000 AND ROUND("O_ORDERKEY", 0) = "O_ORDERKEY", TRUE) AND COALESCE(LENGTH("O_ORDERSTATUS") <= 1, TRUE) AND COALESCE(LENGTH("O_ORDERPRIORITY") <= 15, TRUE) AND COALESCE(LENGTH("O_CLERK") <= 15, TRUE)) AS "__misfit",
            CASE WHEN COALESCE(ABS("O_ORDERKEY") < 1000000000000 AND ROUND("O_ORDERKEY", 0) = "O_ORDERKEY", TRUE) THEN CAST("O_ORDERKEY" AS NUMBER(12,0)) END AS "o_orderkey",
            CASE WHEN COALESCE(LENGTH("O_ORDERSTATUS") <= 1, TRUE) THEN "O_ORDERSTATUS" END AS "o_orderstatus",
            CASE WHEN COALESCE(LENGTH("O_ORDERPRIORITY") <= 15, TRUE) THEN "O_ORDERPRIORITY" END AS "o_orderpriority",
            CASE WHEN COALESCE(LENGTH("O_CLERK") <= 15, TRUE) THEN "O_CLERK" END AS "o_clerk"
          FROM FRESHET.SHOP__ORDER_STATUS_CHANGED__V1.SOURCE_STREAM
        )
      ) AS "r"
      LEFT JOIN FRESHET.SHOP__ORDER_STATUS_CHANGED__V1.KEYS AS "k" ON "k".KEY_TEXT = "r"."__key" AND "k".ATTEMPT < 12
      LEFT JOIN (SELECT DISTINCT ROW_ID FROM FRESHET.APP.OPEN_REJECTIONS WHERE CONTRACT = 'shop.order_status_changed.v1' AND RULE = 'duplicateKey' AND ATTEMPT < 12) AS "d" ON "d".ROW_ID = "r"."__row_id"
      QUALIFY ROW_NUMBER() OVER (PARTITION BY "r"."__row_id", "r"."__after" ORDER BY "k".ATTEMPT DESC NULLS LAST) = 1
    )
  )
)
)
WHERE "__outcome" IS NOT NULL OR "__noted" OR "__gone"
GROUP BY 1, 2;

COPY INTO @FRESHET.APP.STAGE/data/shop.order_status_changed.v1/00000000000000000007/12/
FROM (
  SELECT "__op", "__key", "__lane", "__n", "o_orderkey", "o_orderstatus", "o_orderpriority", "o_clerk"
  FROM FRESHET.SHOP__ORDER_STATUS_CHANGED__V1.STAGED
  WHERE "__sequence" = 7
)
FILE_FORMAT = (TYPE = PARQUET COMPRESSION = SNAPPY)
HEADER = TRUE INCLUDE_QUERY_ID = TRUE DETAILED_OUTPUT = TRUE MAX_FILE_SIZE = 268435456;
