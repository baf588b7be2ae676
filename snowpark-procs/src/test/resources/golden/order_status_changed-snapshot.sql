SELECT COUNT(*), MAX("__key")
FROM (
  SELECT
    DISTINCT "__key"
  FROM (
    SELECT
      "__key"
    FROM (
      SELECT
        "__key"
      FROM (
        SELECT
          "__row_id",
          "__admitted",
          "__key",
          "__broken",
          "__image",
          "o_orderkey",
          "o_orderstatus",
          "o_orderpriority",
          "o_clerk"
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
              TRUE AS "__after",
              '?' AS "__row_id",
              TRUE AS "__admitted",
              NOT (COALESCE(ABS("O_ORDERKEY") < 1000000000000 AND ROUND("O_ORDERKEY", 0) = "O_ORDERKEY", TRUE) AND COALESCE(LENGTH("O_ORDERSTATUS") <= 1, TRUE) AND COALESCE(LENGTH("O_ORDERPRIORITY") <= 15, TRUE) AND COALESCE(LENGTH("O_CLERK") <= 15, TRUE)) AS "__misfit",
              CASE WHEN COALESCE(ABS("O_ORDERKEY") < 1000000000000 AND ROUND("O_ORDERKEY", 0) = "O_ORDERKEY", TRUE) THEN CAST("O_ORDERKEY" AS NUMBER(12,0)) END AS "o_orderkey",
              CASE WHEN COALESCE(LENGTH("O_ORDERSTATUS") <= 1, TRUE) THEN "O_ORDERSTATUS" END AS "o_orderstatus",
              CASE WHEN COALESCE(LENGTH("O_ORDERPRIORITY") <= 15, TRUE) THEN "O_ORDERPRIORITY" END AS "o_orderpriority",
              CASE WHEN COALESCE(LENGTH("O_CLERK") <= 15, TRUE) THEN "O_CLERK" END AS "o_clerk"
            FROM "SHOP"."CORE"."ORDERS" AT(TIMESTAMP => '2026-01-02T03:04:05.678+00:00'::TIMESTAMP_TZ)
          )
        )
        WHERE "__key" IS NOT NULL AND "__key" > '1'
        UNION ALL
        SELECT
          "__row_id",
          "__admitted",
          "__key",
          "__broken",
          "__image",
          "o_orderkey",
          "o_orderstatus",
          "o_orderpriority",
          "o_clerk"
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
              TRUE AS "__after",
              CASE METADATA$ACTION WHEN 'DELETE' THEN METADATA$ROW_ID END AS "__row_id",
              TRUE AS "__admitted",
              NOT (COALESCE(ABS("O_ORDERKEY") < 1000000000000 AND ROUND("O_ORDERKEY", 0) = "O_ORDERKEY", TRUE) AND COALESCE(LENGTH("O_ORDERSTATUS") <= 1, TRUE) AND COALESCE(LENGTH("O_ORDERPRIORITY") <= 15, TRUE) AND COALESCE(LENGTH("O_CLERK") <= 15, TRUE)) AS "__misfit",
              CASE WHEN COALESCE(ABS("O_ORDERKEY") < 1000000000000 AND ROUND("O_ORDERKEY", 0) = "O_ORDERKEY", TRUE) THEN CAST("O_ORDERKEY" AS NUMBER(12,0)) END AS "o_orderkey",
              CASE WHEN COALESCE(LENGTH("O_ORDERSTATUS") <= 1, TRUE) THEN "O_ORDERSTATUS" END AS "o_orderstatus",
              CASE WHEN COALESCE(LENGTH("O_ORDERPRIORITY") <= 15, TRUE) THEN "O_ORDERPRIORITY" END AS "o_orderpriority",
              CASE WHEN COALESCE(LENGTH("O_CLERK") <= 15, TRUE) THEN "O_CLERK" END AS "o_clerk"
            FROM "SHOP"."CORE"."ORDERS" CHANGES(INFORMATION => DEFAULT) AT(STREAM => 'FRESHET.SHOP__ORDER_STATUS_CHANGED__V1.SOURCE_STREAM') END(TIMESTAMP => '2026-01-02T03:04:05.678+00:00'::TIMESTAMP_TZ)
          )
        )
        WHERE "__key" IS NOT NULL AND "__key" > '1'
      )
      WHERE "__admitted" AND TRUE
      UNION ALL
      SELECT
        KEY_TEXT AS "__key"
      FROM FRESHET.SHOP__ORDER_STATUS_CHANGED__V1.KEYS
      WHERE OP = 'U' AND KEY_TEXT IS NOT NULL AND KEY_TEXT > '1'
    )
  )
  ORDER BY "__key" LIMIT 1000
);

SELECT COALESCE("__outcome", 'none'), CASE WHEN "__outcome" = 'rejected' THEN COALESCE("__broken", 'duplicateKey') END, COUNT(*), COUNT_IF("__noted") + COUNT_IF("__gone")
FROM (
SELECT
  "__outcome",
  "__broken",
  "__key",
  "__admitted" AS "__after",
  CASE WHEN "__outcome" = 'rejected' THEN CASE WHEN LEFT("__row_id", 1) = '?' AND "__shown" > 0 THEN '?ce1aba16.00000000' ELSE "__row_id" END ELSE CASE WHEN LEFT("__holder", 1) = '?' AND ("__outcome" IN ('upsert', 'unchanged') OR "__shown" > 0) THEN '?ce1aba16.00000000' ELSE "__holder" END END AS "__row_id",
  1 AS "__n",
  COALESCE("__place" = 1 AND ("__outcome" IN ('upsert', 'delete') OR "__known_row" IS DISTINCT FROM CASE WHEN LEFT("__holder", 1) = '?' AND ("__outcome" IN ('upsert', 'unchanged') OR "__shown" > 0) THEN '?ce1aba16.00000000' ELSE "__holder" END), FALSE) AS "__noted",
  FALSE AS "__gone",
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
      WHEN NOT TRUE THEN NULL
      WHEN "__admitted" AND ("__broken" IS NOT NULL OR "__admitted_rows" > 1) THEN CASE WHEN NOT "__open" THEN 'rejected' END
      WHEN "__admitted" THEN 'upsert'
      WHEN "__place" = 1 AND "__admitted_rows" = 0 AND "__known_op" = 'U' THEN 'delete'
      WHEN "__row_id" IS NOT NULL THEN 'filtered'
      END AS "__outcome",
    CASE WHEN NOT "__admitted" THEN NULL WHEN "__admitted_rows" > 1 OR ("__rows" = 1 AND "__row_id" = '?') THEN COALESCE("__known_row", "__row_id") ELSE "__row_id" END AS "__holder",
    "__row_id",
    "__broken",
    "__key",
    "__admitted",
    "__image",
    "__place",
    "__shown",
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
      "__row_id",
      "__broken",
      "__key",
      "__admitted",
      "__image",
      "__open",
      COUNT(*) OVER (PARTITION BY "__key") AS "__rows",
      COUNT(CASE WHEN "__admitted" THEN 1 END) OVER (PARTITION BY "__key") AS "__admitted_rows",
      COUNT(CASE WHEN "__admitted" AND "__known_op" = 'U' AND "__image" = "__known_image" THEN 1 END) OVER (PARTITION BY "__key") AS "__shown",
      ROW_NUMBER() OVER (PARTITION BY "__key" ORDER BY IFF("__admitted", 0, 1), "__row_id") AS "__place",
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
        "r"."__row_id",
        "r"."__broken",
        "r"."__image",
        COALESCE("r"."__key", "k".KEY_TEXT) AS "__key",
        COALESCE("r"."__admitted", FALSE) AS "__admitted",
        "o".IDENTITY_TEXT IS NOT NULL AS "__open",
        COALESCE("k".ROW_ID, CASE "k".OP WHEN 'U' THEN '?' END) AS "__known_row",
        "k".KEY_TEXT IS NOT NULL AS "__known",
        "k".IMAGE AS "__known_image",
        "k".OP AS "__known_op",
        "k".SEQUENCE AS "__known_sequence",
        COALESCE("r"."o_orderkey", CAST("k".KEY_TEXT AS NUMBER(12,0))) AS "o_orderkey",
        "r"."o_orderstatus",
        "r"."o_orderpriority",
        "r"."o_clerk"
      FROM (
        SELECT
          "__row_id",
          "__admitted",
          "__key",
          "__broken",
          "__image",
          "o_orderkey",
          "o_orderstatus",
          "o_orderpriority",
          "o_clerk"
        FROM (
          SELECT
            "__row_id",
            "__admitted",
            "__key",
            "__broken",
            "__image",
            "o_orderkey",
            "o_orderstatus",
            "o_orderpriority",
            "o_clerk",
            COUNT(CASE WHEN "__row_id" IS NULL THEN 1 END) OVER (PARTITION BY "__key", "__image", "__admitted", "__broken") AS "__come",
            ROW_NUMBER() OVER (PARTITION BY "__key", "__image", "__admitted", "__broken", "__row_id" = '?' ORDER BY "__row_id") AS "__copy"
          FROM (
            SELECT
              "__row_id",
              "__admitted",
              "__key",
              "__broken",
              "__image",
              "o_orderkey",
              "o_orderstatus",
              "o_orderpriority",
              "o_clerk"
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
                  TRUE AS "__after",
                  '?' AS "__row_id",
                  TRUE AS "__admitted",
                  NOT (COALESCE(ABS("O_ORDERKEY") < 1000000000000 AND ROUND("O_ORDERKEY", 0) = "O_ORDERKEY", TRUE) AND COALESCE(LENGTH("O_ORDERSTATUS") <= 1, TRUE) AND COALESCE(LENGTH("O_ORDERPRIORITY") <= 15, TRUE) AND COALESCE(LENGTH("O_CLERK") <= 15, TRUE)) AS "__misfit",
                  CASE WHEN COALESCE(ABS("O_ORDERKEY") < 1000000000000 AND ROUND("O_ORDERKEY", 0) = "O_ORDERKEY", TRUE) THEN CAST("O_ORDERKEY" AS NUMBER(12,0)) END AS "o_orderkey",
                  CASE WHEN COALESCE(LENGTH("O_ORDERSTATUS") <= 1, TRUE) THEN "O_ORDERSTATUS" END AS "o_orderstatus",
                  CASE WHEN COALESCE(LENGTH("O_ORDERPRIORITY") <= 15, TRUE) THEN "O_ORDERPRIORITY" END AS "o_orderpriority",
                  CASE WHEN COALESCE(LENGTH("O_CLERK") <= 15, TRUE) THEN "O_CLERK" END AS "o_clerk"
                FROM "SHOP"."CORE"."ORDERS" AT(TIMESTAMP => '2026-01-02T03:04:05.678+00:00'::TIMESTAMP_TZ)
              )
            )
            WHERE "__key" IS NOT NULL AND "__key" > '1' AND "__key" <= '2'
            UNION ALL
            SELECT
              "__row_id",
              "__admitted",
              "__key",
              "__broken",
              "__image",
              "o_orderkey",
              "o_orderstatus",
              "o_orderpriority",
              "o_clerk"
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
                  TRUE AS "__after",
                  CASE METADATA$ACTION WHEN 'DELETE' THEN METADATA$ROW_ID END AS "__row_id",
                  TRUE AS "__admitted",
                  NOT (COALESCE(ABS("O_ORDERKEY") < 1000000000000 AND ROUND("O_ORDERKEY", 0) = "O_ORDERKEY", TRUE) AND COALESCE(LENGTH("O_ORDERSTATUS") <= 1, TRUE) AND COALESCE(LENGTH("O_ORDERPRIORITY") <= 15, TRUE) AND COALESCE(LENGTH("O_CLERK") <= 15, TRUE)) AS "__misfit",
                  CASE WHEN COALESCE(ABS("O_ORDERKEY") < 1000000000000 AND ROUND("O_ORDERKEY", 0) = "O_ORDERKEY", TRUE) THEN CAST("O_ORDERKEY" AS NUMBER(12,0)) END AS "o_orderkey",
                  CASE WHEN COALESCE(LENGTH("O_ORDERSTATUS") <= 1, TRUE) THEN "O_ORDERSTATUS" END AS "o_orderstatus",
                  CASE WHEN COALESCE(LENGTH("O_ORDERPRIORITY") <= 15, TRUE) THEN "O_ORDERPRIORITY" END AS "o_orderpriority",
                  CASE WHEN COALESCE(LENGTH("O_CLERK") <= 15, TRUE) THEN "O_CLERK" END AS "o_clerk"
                FROM "SHOP"."CORE"."ORDERS" CHANGES(INFORMATION => DEFAULT) AT(STREAM => 'FRESHET.SHOP__ORDER_STATUS_CHANGED__V1.SOURCE_STREAM') END(TIMESTAMP => '2026-01-02T03:04:05.678+00:00'::TIMESTAMP_TZ)
              )
            )
            WHERE "__key" IS NOT NULL AND "__key" > '1' AND "__key" <= '2'
          )
        )
        WHERE "__row_id" IS NOT NULL AND NOT ("__row_id" = '?' AND "__copy" <= "__come")
      ) AS "r"
      FULL OUTER JOIN (
        SELECT
          *
        FROM FRESHET.SHOP__ORDER_STATUS_CHANGED__V1.KEYS
        WHERE ATTEMPT < 12 AND KEY_TEXT IS NOT NULL AND KEY_TEXT > '1' AND KEY_TEXT <= '2'
        QUALIFY ROW_NUMBER() OVER (PARTITION BY KEY_TEXT ORDER BY ATTEMPT DESC) = 1
      ) AS "k" ON "k".KEY_TEXT = "r"."__key"
      LEFT JOIN (SELECT DISTINCT IDENTITY_TEXT FROM FRESHET.APP.OPEN_REJECTIONS WHERE CONTRACT = 'shop.order_status_changed.v1' AND ATTEMPT < 12) AS "o" ON "o".IDENTITY_TEXT = "r"."__key"
    )
  )
)
)
WHERE "__outcome" IS NOT NULL OR "__noted" OR "__gone"
GROUP BY 1, 2;

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
    "__key",
    "__admitted" AS "__after",
    CASE WHEN "__outcome" = 'rejected' THEN CASE WHEN LEFT("__row_id", 1) = '?' AND "__shown" > 0 THEN '?ce1aba16.00000000' ELSE "__row_id" END ELSE CASE WHEN LEFT("__holder", 1) = '?' AND ("__outcome" IN ('upsert', 'unchanged') OR "__shown" > 0) THEN '?ce1aba16.00000000' ELSE "__holder" END END AS "__row_id",
    1 AS "__n",
    COALESCE("__place" = 1 AND ("__outcome" IN ('upsert', 'delete') OR "__known_row" IS DISTINCT FROM CASE WHEN LEFT("__holder", 1) = '?' AND ("__outcome" IN ('upsert', 'unchanged') OR "__shown" > 0) THEN '?ce1aba16.00000000' ELSE "__holder" END), FALSE) AS "__noted",
    FALSE AS "__gone",
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
        WHEN NOT TRUE THEN NULL
        WHEN "__admitted" AND ("__broken" IS NOT NULL OR "__admitted_rows" > 1) THEN CASE WHEN NOT "__open" THEN 'rejected' END
        WHEN "__admitted" THEN 'upsert'
        WHEN "__place" = 1 AND "__admitted_rows" = 0 AND "__known_op" = 'U' THEN 'delete'
        WHEN "__row_id" IS NOT NULL THEN 'filtered'
        END AS "__outcome",
      CASE WHEN NOT "__admitted" THEN NULL WHEN "__admitted_rows" > 1 OR ("__rows" = 1 AND "__row_id" = '?') THEN COALESCE("__known_row", "__row_id") ELSE "__row_id" END AS "__holder",
      "__row_id",
      "__broken",
      "__key",
      "__admitted",
      "__image",
      "__place",
      "__shown",
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
        "__row_id",
        "__broken",
        "__key",
        "__admitted",
        "__image",
        "__open",
        COUNT(*) OVER (PARTITION BY "__key") AS "__rows",
        COUNT(CASE WHEN "__admitted" THEN 1 END) OVER (PARTITION BY "__key") AS "__admitted_rows",
        COUNT(CASE WHEN "__admitted" AND "__known_op" = 'U' AND "__image" = "__known_image" THEN 1 END) OVER (PARTITION BY "__key") AS "__shown",
        ROW_NUMBER() OVER (PARTITION BY "__key" ORDER BY IFF("__admitted", 0, 1), "__row_id") AS "__place",
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
          "r"."__row_id",
          "r"."__broken",
          "r"."__image",
          COALESCE("r"."__key", "k".KEY_TEXT) AS "__key",
          COALESCE("r"."__admitted", FALSE) AS "__admitted",
          "o".IDENTITY_TEXT IS NOT NULL AS "__open",
          COALESCE("k".ROW_ID, CASE "k".OP WHEN 'U' THEN '?' END) AS "__known_row",
          "k".KEY_TEXT IS NOT NULL AS "__known",
          "k".IMAGE AS "__known_image",
          "k".OP AS "__known_op",
          "k".SEQUENCE AS "__known_sequence",
          COALESCE("r"."o_orderkey", CAST("k".KEY_TEXT AS NUMBER(12,0))) AS "o_orderkey",
          "r"."o_orderstatus",
          "r"."o_orderpriority",
          "r"."o_clerk"
        FROM (
          SELECT
            "__row_id",
            "__admitted",
            "__key",
            "__broken",
            "__image",
            "o_orderkey",
            "o_orderstatus",
            "o_orderpriority",
            "o_clerk"
          FROM (
            SELECT
              "__row_id",
              "__admitted",
              "__key",
              "__broken",
              "__image",
              "o_orderkey",
              "o_orderstatus",
              "o_orderpriority",
              "o_clerk",
              COUNT(CASE WHEN "__row_id" IS NULL THEN 1 END) OVER (PARTITION BY "__key", "__image", "__admitted", "__broken") AS "__come",
              ROW_NUMBER() OVER (PARTITION BY "__key", "__image", "__admitted", "__broken", "__row_id" = '?' ORDER BY "__row_id") AS "__copy"
            FROM (
              SELECT
                "__row_id",
                "__admitted",
                "__key",
                "__broken",
                "__image",
                "o_orderkey",
                "o_orderstatus",
                "o_orderpriority",
                "o_clerk"
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
                    TRUE AS "__after",
                    '?' AS "__row_id",
                    TRUE AS "__admitted",
                    NOT (COALESCE(ABS("O_ORDERKEY") < 1000000000000 AND ROUND("O_ORDERKEY", 0) = "O_ORDERKEY", TRUE) AND COALESCE(LENGTH("O_ORDERSTATUS") <= 1, TRUE) AND COALESCE(LENGTH("O_ORDERPRIORITY") <= 15, TRUE) AND COALESCE(LENGTH("O_CLERK") <= 15, TRUE)) AS "__misfit",
                    CASE WHEN COALESCE(ABS("O_ORDERKEY") < 1000000000000 AND ROUND("O_ORDERKEY", 0) = "O_ORDERKEY", TRUE) THEN CAST("O_ORDERKEY" AS NUMBER(12,0)) END AS "o_orderkey",
                    CASE WHEN COALESCE(LENGTH("O_ORDERSTATUS") <= 1, TRUE) THEN "O_ORDERSTATUS" END AS "o_orderstatus",
                    CASE WHEN COALESCE(LENGTH("O_ORDERPRIORITY") <= 15, TRUE) THEN "O_ORDERPRIORITY" END AS "o_orderpriority",
                    CASE WHEN COALESCE(LENGTH("O_CLERK") <= 15, TRUE) THEN "O_CLERK" END AS "o_clerk"
                  FROM "SHOP"."CORE"."ORDERS" AT(TIMESTAMP => '2026-01-02T03:04:05.678+00:00'::TIMESTAMP_TZ)
                )
              )
              WHERE "__key" IS NOT NULL AND "__key" > '1' AND "__key" <= '2'
              UNION ALL
              SELECT
                "__row_id",
                "__admitted",
                "__key",
                "__broken",
                "__image",
                "o_orderkey",
                "o_orderstatus",
                "o_orderpriority",
                "o_clerk"
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
                    TRUE AS "__after",
                    CASE METADATA$ACTION WHEN 'DELETE' THEN METADATA$ROW_ID END AS "__row_id",
                    TRUE AS "__admitted",
                    NOT (COALESCE(ABS("O_ORDERKEY") < 1000000000000 AND ROUND("O_ORDERKEY", 0) = "O_ORDERKEY", TRUE) AND COALESCE(LENGTH("O_ORDERSTATUS") <= 1, TRUE) AND COALESCE(LENGTH("O_ORDERPRIORITY") <= 15, TRUE) AND COALESCE(LENGTH("O_CLERK") <= 15, TRUE)) AS "__misfit",
                    CASE WHEN COALESCE(ABS("O_ORDERKEY") < 1000000000000 AND ROUND("O_ORDERKEY", 0) = "O_ORDERKEY", TRUE) THEN CAST("O_ORDERKEY" AS NUMBER(12,0)) END AS "o_orderkey",
                    CASE WHEN COALESCE(LENGTH("O_ORDERSTATUS") <= 1, TRUE) THEN "O_ORDERSTATUS" END AS "o_orderstatus",
                    CASE WHEN COALESCE(LENGTH("O_ORDERPRIORITY") <= 15, TRUE) THEN "O_ORDERPRIORITY" END AS "o_orderpriority",
                    CASE WHEN COALESCE(LENGTH("O_CLERK") <= 15, TRUE) THEN "O_CLERK" END AS "o_clerk"
                  FROM "SHOP"."CORE"."ORDERS" CHANGES(INFORMATION => DEFAULT) AT(STREAM => 'FRESHET.SHOP__ORDER_STATUS_CHANGED__V1.SOURCE_STREAM') END(TIMESTAMP => '2026-01-02T03:04:05.678+00:00'::TIMESTAMP_TZ)
                )
              )
              WHERE "__key" IS NOT NULL AND "__key" > '1' AND "__key" <= '2'
            )
          )
          WHERE "__row_id" IS NOT NULL AND NOT ("__row_id" = '?' AND "__copy" <= "__come")
        ) AS "r"
        FULL OUTER JOIN (
          SELECT
            *
          FROM FRESHET.SHOP__ORDER_STATUS_CHANGED__V1.KEYS
          WHERE ATTEMPT < 12 AND KEY_TEXT IS NOT NULL AND KEY_TEXT > '1' AND KEY_TEXT <= '2'
          QUALIFY ROW_NUMBER() OVER (PARTITION BY KEY_TEXT ORDER BY ATTEMPT DESC) = 1
        ) AS "k" ON "k".KEY_TEXT = "r"."__key"
        LEFT JOIN (SELECT DISTINCT IDENTITY_TEXT FROM FRESHET.APP.OPEN_REJECTIONS WHERE CONTRACT = 'shop.order_status_changed.v1' AND ATTEMPT < 12) AS "o" ON "o".IDENTITY_TEXT = "r"."__key"
      )
    )
  )
);
