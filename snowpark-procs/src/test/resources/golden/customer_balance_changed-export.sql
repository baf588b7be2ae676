INSERT ALL
  WHEN "__violation" IS NOT NULL THEN INTO FRESHET.APP.REJECTIONS
    (CONTRACT, CONTRACT_VERSION, RUN, ATTEMPT, RULE, KEY_TEXT, IDENTITY_TEXT, ROW_ID)
    VALUES ("__contract", "__version", "__run", "__attempt", "__violation", "__key", "__identity", "__row_id")
  WHEN "__op" IS NOT NULL THEN INTO FRESHET.SHOP__CUSTOMER_BALANCE_CHANGED__V1.STAGED
    ("__sequence", "__op", "__key", "__lane", "__n", "c_custkey", "c_name", "c_nationkey", "c_acctbal", "c_mktsegment")
    VALUES ("__sequence", "__op", "__key", "__lane", "__n", "c_custkey", "c_name", "c_nationkey", "c_acctbal", "c_mktsegment")
  WHEN "__noted" THEN INTO FRESHET.SHOP__CUSTOMER_BALANCE_CHANGED__V1.KEYS
    (KEY_TEXT, ROW_ID, IMAGE, OP, SEQUENCE, ATTEMPT)
    VALUES ("__key", "__new_row", "__new_image", "__new_op", "__new_sequence", "__attempt")
  WHEN "__gone" THEN INTO FRESHET.APP.RELEASES
    (CONTRACT, IDENTITY_TEXT, ATTEMPT, RUN, OUTCOME, REASON, ROW_ID)
    VALUES ("__contract", "__identity", "__attempt", "__run", "__closes", "__reason", "__row_id")
SELECT
  7 AS "__sequence",
  'shop.customer_balance_changed.v1' AS "__contract",
  '1.0.0' AS "__version",
  'run' AS "__run",
  12 AS "__attempt",
  CASE "__outcome" WHEN 'upsert' THEN 'U' WHEN 'delete' THEN 'D' END AS "__op",
  CASE WHEN "__outcome" = 'rejected' THEN COALESCE("__broken", 'duplicateKey') END AS "__violation",
  "__row_id",
  "__key",
  MOD(TO_NUMBER(SUBSTR(MD5("__key"), 1, 8), 'XXXXXXXX'), 4) AS "__lane",
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
  "c_custkey",
  CASE WHEN "__outcome" <> 'delete' THEN "c_name" END AS "c_name",
  CASE WHEN "__outcome" <> 'delete' THEN "c_nationkey" END AS "c_nationkey",
  CASE WHEN "__outcome" <> 'delete' THEN "c_acctbal" END AS "c_acctbal",
  CASE WHEN "__outcome" <> 'delete' THEN "c_mktsegment" END AS "c_mktsegment"
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
    "c_custkey",
    "c_name",
    "c_nationkey",
    "c_acctbal",
    "c_mktsegment"
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
      "c_custkey",
      "c_name",
      "c_nationkey",
      "c_acctbal",
      "c_mktsegment"
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
        MIN(CASE WHEN NOT "__after" AND ("__row_id" = "__known_row" OR (NOT "__second" AND (LEFT("__known_row", 1) = '?' AND CASE WHEN "__known_row" = '?81d1f183.00000000' THEN "__admitted" AND "__known_op" = 'U' AND "__image" = "__known_image" WHEN LEFT("__known_row", 10) = '?81d1f183.' THEN "__known_op" = 'U' AND "__image" = "__known_image" ELSE "__admitted" END))) THEN "__row_id" END) OVER (PARTITION BY "__key") AS "__leaver",
        COALESCE(MIN(CASE WHEN "__after" AND "__admitted" AND "__row_id" = "__known_row" THEN "__row_id" END) OVER (PARTITION BY "__key"), MIN(CASE WHEN "__after" AND "__admitted" THEN "__row_id" END) OVER (PARTITION BY "__key")) AS "__holder",
        "__known_row",
        "__known",
        "__known_image",
        "__known_op",
        "__known_sequence",
        "c_custkey",
        "c_name",
        "c_nationkey",
        "c_acctbal",
        "c_mktsegment"
      FROM (
        SELECT
          "r"."__after",
          "r"."__row_id",
          "r"."__admitted",
          "r"."__key",
          "r"."__broken",
          "r"."__image",
          "r"."c_custkey",
          "r"."c_name",
          "r"."c_nationkey",
          "r"."c_acctbal",
          "r"."c_mktsegment",
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
            TO_VARCHAR("c_custkey") AS "__key",
            CASE WHEN NOT ("__after" AND "__admitted") THEN NULL WHEN "__misfit" THEN 'doesNotFit' WHEN "c_custkey" IS NULL THEN 'missingKey' WHEN "c_name" IS NULL OR "c_nationkey" IS NULL OR "c_acctbal" IS NULL OR "c_mktsegment" IS NULL THEN 'requiredNull' END AS "__broken",
            CASE WHEN NOT "__misfit" THEN SHA2('' || COALESCE(OCTET_LENGTH(TO_VARCHAR("c_custkey")) || ':' || TO_VARCHAR("c_custkey"), '-') || COALESCE(OCTET_LENGTH("c_name") || ':' || "c_name", '-') || COALESCE(OCTET_LENGTH(TO_VARCHAR("c_nationkey")) || ':' || TO_VARCHAR("c_nationkey"), '-') || COALESCE(OCTET_LENGTH(TO_VARCHAR("c_acctbal")) || ':' || TO_VARCHAR("c_acctbal"), '-') || COALESCE(OCTET_LENGTH("c_mktsegment") || ':' || "c_mktsegment", '-')) END AS "__image",
            "c_custkey",
            "c_name",
            "c_nationkey",
            "c_acctbal",
            "c_mktsegment"
          FROM (
            SELECT
              METADATA$ACTION = 'INSERT' AS "__after",
              METADATA$ROW_ID AS "__row_id",
              TRUE AS "__admitted",
              NOT (COALESCE(ABS("C_CUSTKEY") < 1000000000000 AND ROUND("C_CUSTKEY", 0) = "C_CUSTKEY", TRUE) AND COALESCE(LENGTH("C_NAME") <= 25, TRUE) AND COALESCE(ABS("C_NATIONKEY") < 1000000000000 AND ROUND("C_NATIONKEY", 0) = "C_NATIONKEY", TRUE) AND COALESCE(ABS("C_ACCTBAL") < 10000000000 AND ROUND("C_ACCTBAL", 2) = "C_ACCTBAL", TRUE) AND COALESCE(LENGTH("C_MKTSEGMENT") <= 10, TRUE)) AS "__misfit",
              CASE WHEN COALESCE(ABS("C_CUSTKEY") < 1000000000000 AND ROUND("C_CUSTKEY", 0) = "C_CUSTKEY", TRUE) THEN CAST("C_CUSTKEY" AS NUMBER(12,0)) END AS "c_custkey",
              CASE WHEN COALESCE(LENGTH("C_NAME") <= 25, TRUE) THEN "C_NAME" END AS "c_name",
              CASE WHEN COALESCE(ABS("C_NATIONKEY") < 1000000000000 AND ROUND("C_NATIONKEY", 0) = "C_NATIONKEY", TRUE) THEN CAST("C_NATIONKEY" AS NUMBER(12,0)) END AS "c_nationkey",
              CASE WHEN COALESCE(ABS("C_ACCTBAL") < 10000000000 AND ROUND("C_ACCTBAL", 2) = "C_ACCTBAL", TRUE) THEN CAST("C_ACCTBAL" AS NUMBER(12,2)) END AS "c_acctbal",
              CASE WHEN COALESCE(LENGTH("C_MKTSEGMENT") <= 10, TRUE) THEN "C_MKTSEGMENT" END AS "c_mktsegment"
            FROM FRESHET.SHOP__CUSTOMER_BALANCE_CHANGED__V1.SOURCE_STREAM
          )
        ) AS "r"
        LEFT JOIN FRESHET.SHOP__CUSTOMER_BALANCE_CHANGED__V1.KEYS AS "k" ON "k".KEY_TEXT = "r"."__key" AND "k".ATTEMPT < 12
        LEFT JOIN (SELECT DISTINCT ROW_ID FROM FRESHET.APP.OPEN_REJECTIONS WHERE CONTRACT = 'shop.customer_balance_changed.v1' AND RULE = 'duplicateKey' AND ATTEMPT < 12) AS "d" ON "d".ROW_ID = "r"."__row_id"
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
  "c_custkey",
  "c_name",
  "c_nationkey",
  "c_acctbal",
  "c_mktsegment"
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
    "c_custkey",
    "c_name",
    "c_nationkey",
    "c_acctbal",
    "c_mktsegment"
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
      MIN(CASE WHEN NOT "__after" AND ("__row_id" = "__known_row" OR (NOT "__second" AND (LEFT("__known_row", 1) = '?' AND CASE WHEN "__known_row" = '?81d1f183.00000000' THEN "__admitted" AND "__known_op" = 'U' AND "__image" = "__known_image" WHEN LEFT("__known_row", 10) = '?81d1f183.' THEN "__known_op" = 'U' AND "__image" = "__known_image" ELSE "__admitted" END))) THEN "__row_id" END) OVER (PARTITION BY "__key") AS "__leaver",
      COALESCE(MIN(CASE WHEN "__after" AND "__admitted" AND "__row_id" = "__known_row" THEN "__row_id" END) OVER (PARTITION BY "__key"), MIN(CASE WHEN "__after" AND "__admitted" THEN "__row_id" END) OVER (PARTITION BY "__key")) AS "__holder",
      "__known_row",
      "__known",
      "__known_image",
      "__known_op",
      "__known_sequence",
      "c_custkey",
      "c_name",
      "c_nationkey",
      "c_acctbal",
      "c_mktsegment"
    FROM (
      SELECT
        "r"."__after",
        "r"."__row_id",
        "r"."__admitted",
        "r"."__key",
        "r"."__broken",
        "r"."__image",
        "r"."c_custkey",
        "r"."c_name",
        "r"."c_nationkey",
        "r"."c_acctbal",
        "r"."c_mktsegment",
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
          TO_VARCHAR("c_custkey") AS "__key",
          CASE WHEN NOT ("__after" AND "__admitted") THEN NULL WHEN "__misfit" THEN 'doesNotFit' WHEN "c_custkey" IS NULL THEN 'missingKey' WHEN "c_name" IS NULL OR "c_nationkey" IS NULL OR "c_acctbal" IS NULL OR "c_mktsegment" IS NULL THEN 'requiredNull' END AS "__broken",
          CASE WHEN NOT "__misfit" THEN SHA2('' || COALESCE(OCTET_LENGTH(TO_VARCHAR("c_custkey")) || ':' || TO_VARCHAR("c_custkey"), '-') || COALESCE(OCTET_LENGTH("c_name") || ':' || "c_name", '-') || COALESCE(OCTET_LENGTH(TO_VARCHAR("c_nationkey")) || ':' || TO_VARCHAR("c_nationkey"), '-') || COALESCE(OCTET_LENGTH(TO_VARCHAR("c_acctbal")) || ':' || TO_VARCHAR("c_acctbal"), '-') || COALESCE(OCTET_LENGTH("c_mktsegment") || ':' || "c_mktsegment", '-')) END AS "__image",
          "c_custkey",
          "c_name",
          "c_nationkey",
          "c_acctbal",
          "c_mktsegment"
        FROM (
          SELECT
            METADATA$ACTION = 'INSERT' AS "__after",
            METADATA$ROW_ID AS "__row_id",
            TRUE AS "__admitted",
            NOT (COALESCE(ABS("C_CUSTKEY") < 1000000000000 AND ROUND("C_CUSTKEY", 0) = "C_CUSTKEY", TRUE) AND COALESCE(LENGTH("C_NAME") <= 25, TRUE) AND COALESCE(ABS("C_NATIONKEY") < 1000000000000 AND ROUND("C_NATIONKEY", 0) = "C_NATIONKEY", TRUE) AND COALESCE(ABS("C_ACCTBAL") < 10000000000 AND ROUND("C_ACCTBAL", 2) = "C_ACCTBAL", TRUE) AND COALESCE(LENGTH("C_MKTSEGMENT") <= 10, TRUE)) AS "__misfit",
            CASE WHEN COALESCE(ABS("C_CUSTKEY") < 1000000000000 AND ROUND("C_CUSTKEY", 0) = "C_CUSTKEY", TRUE) THEN CAST("C_CUSTKEY" AS NUMBER(12,0)) END AS "c_custkey",
            CASE WHEN COALESCE(LENGTH("C_NAME") <= 25, TRUE) THEN "C_NAME" END AS "c_name",
            CASE WHEN COALESCE(ABS("C_NATIONKEY") < 1000000000000 AND ROUND("C_NATIONKEY", 0) = "C_NATIONKEY", TRUE) THEN CAST("C_NATIONKEY" AS NUMBER(12,0)) END AS "c_nationkey",
            CASE WHEN COALESCE(ABS("C_ACCTBAL") < 10000000000 AND ROUND("C_ACCTBAL", 2) = "C_ACCTBAL", TRUE) THEN CAST("C_ACCTBAL" AS NUMBER(12,2)) END AS "c_acctbal",
            CASE WHEN COALESCE(LENGTH("C_MKTSEGMENT") <= 10, TRUE) THEN "C_MKTSEGMENT" END AS "c_mktsegment"
          FROM FRESHET.SHOP__CUSTOMER_BALANCE_CHANGED__V1.SOURCE_STREAM
        )
      ) AS "r"
      LEFT JOIN FRESHET.SHOP__CUSTOMER_BALANCE_CHANGED__V1.KEYS AS "k" ON "k".KEY_TEXT = "r"."__key" AND "k".ATTEMPT < 12
      LEFT JOIN (SELECT DISTINCT ROW_ID FROM FRESHET.APP.OPEN_REJECTIONS WHERE CONTRACT = 'shop.customer_balance_changed.v1' AND RULE = 'duplicateKey' AND ATTEMPT < 12) AS "d" ON "d".ROW_ID = "r"."__row_id"
      QUALIFY ROW_NUMBER() OVER (PARTITION BY "r"."__row_id", "r"."__after" ORDER BY "k".ATTEMPT DESC NULLS LAST) = 1
    )
  )
)
)
WHERE "__outcome" IS NOT NULL OR "__noted" OR "__gone"
GROUP BY 1, 2;

COPY INTO @FRESHET.APP.STAGE/data/shop.customer_balance_changed.v1/00000000000000000007/12/
FROM (
  SELECT "__op", "__key", "__lane", "__n", "c_custkey", "c_name", "c_nationkey", "c_acctbal", "c_mktsegment"
  FROM FRESHET.SHOP__CUSTOMER_BALANCE_CHANGED__V1.STAGED
  WHERE "__sequence" = 7
)
FILE_FORMAT = (TYPE = PARQUET COMPRESSION = SNAPPY)
HEADER = TRUE INCLUDE_QUERY_ID = TRUE DETAILED_OUTPUT = TRUE MAX_FILE_SIZE = 268435456;
