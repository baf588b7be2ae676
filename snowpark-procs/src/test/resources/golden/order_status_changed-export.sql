INSERT FIRST
  WHEN "__violation" IS NOT NULL THEN INTO FRESHET.APP.REJECTIONS
    (CONTRACT, CONTRACT_VERSION, RUN, RULE, KEY_TEXT, ROW_ID)
    VALUES ("__contract", "__version", "__run", "__violation", "__key", "__row_id")
  WHEN "__op" IS NOT NULL THEN INTO FRESHET.SHOP__ORDER_STATUS_CHANGED__V1.STAGED
    ("__sequence", "__op", "__key", "__lane", "__n", "o_orderkey", "o_orderstatus", "o_orderpriority", "o_clerk")
    VALUES ("__sequence", "__op", "__key", "__lane", "__n", "o_orderkey", "o_orderstatus", "o_orderpriority", "o_clerk")
SELECT
  7 AS "__sequence",
  'shop.order_status_changed.v1' AS "__contract",
  '1.0.0' AS "__version",
  'run' AS "__run",
  CASE "__outcome" WHEN 'upsert' THEN 'U' WHEN 'delete' THEN 'D' END AS "__op",
  CASE WHEN "__outcome" = 'rejected' THEN COALESCE("__broken", 'duplicateKey') END AS "__violation",
  "__row_id",
  "__key",
  0 AS "__lane",
  "__n",
  "o_orderkey",
  CASE WHEN "__outcome" <> 'delete' THEN "o_orderstatus" END AS "o_orderstatus",
  CASE WHEN "__outcome" <> 'delete' THEN "o_orderpriority" END AS "o_orderpriority",
  CASE WHEN "__outcome" <> 'delete' THEN "o_clerk" END AS "o_clerk"
FROM (
  SELECT
    CASE
      WHEN NOT "__after" AND "__admitted" AND "__afters" = 0 AND "__place" = 1 AND "__key" IS NOT NULL THEN 'delete'
      WHEN NOT "__after" THEN NULL
      WHEN NOT "__admitted" THEN 'filtered'
      WHEN "__broken" IS NOT NULL OR "__afters" > 1 THEN 'rejected'
      WHEN "__befores" = 1 AND "__image" = "__before_image" THEN 'unchanged'
      ELSE 'upsert'
      END AS "__outcome",
    "__broken",
    "__row_id",
    "__key",
    1 AS "__n",
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
      COUNT_IF(NOT "__after" AND "__admitted") OVER (PARTITION BY "__key") AS "__befores",
      MAX(CASE WHEN NOT "__after" AND "__admitted" THEN "__image" END) OVER (PARTITION BY "__key") AS "__before_image",
      ROW_NUMBER() OVER (PARTITION BY "__key", "__after", "__admitted" ORDER BY "__row_id") AS "__place",
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
    )
  )
);

SELECT "__outcome", CASE WHEN "__outcome" = 'rejected' THEN COALESCE("__broken", 'duplicateKey') END, COUNT(*)
FROM (
SELECT
  CASE
    WHEN NOT "__after" AND "__admitted" AND "__afters" = 0 AND "__place" = 1 AND "__key" IS NOT NULL THEN 'delete'
    WHEN NOT "__after" THEN NULL
    WHEN NOT "__admitted" THEN 'filtered'
    WHEN "__broken" IS NOT NULL OR "__afters" > 1 THEN 'rejected'
    WHEN "__befores" = 1 AND "__image" = "__before_image" THEN 'unchanged'
    ELSE 'upsert'
    END AS "__outcome",
  "__broken",
  "__row_id",
  "__key",
  1 AS "__n",
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
    COUNT_IF(NOT "__after" AND "__admitted") OVER (PARTITION BY "__key") AS "__befores",
    MAX(CASE WHEN NOT "__after" AND "__admitted" THEN "__image" END) OVER (PARTITION BY "__key") AS "__before_image",
    ROW_NUMBER() OVER (PARTITION BY "__key", "__after", "__admitted" ORDER BY "__row_id") AS "__place",
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
  )
)
)
WHERE "__outcome" IS NOT NULL
GROUP BY 1, 2;

COPY INTO @FRESHET.APP.STAGE/data/shop.order_status_changed.v1/00000000000000000007/12/
FROM (
  SELECT "__op", "__key", "__lane", "__n", "o_orderkey", "o_orderstatus", "o_orderpriority", "o_clerk"
  FROM FRESHET.SHOP__ORDER_STATUS_CHANGED__V1.STAGED
  WHERE "__sequence" = 7
)
FILE_FORMAT = (TYPE = PARQUET COMPRESSION = SNAPPY)
HEADER = TRUE INCLUDE_QUERY_ID = TRUE DETAILED_OUTPUT = TRUE MAX_FILE_SIZE = 268435456;
