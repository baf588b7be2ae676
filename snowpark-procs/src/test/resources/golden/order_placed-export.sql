INSERT ALL
  WHEN "__violation" IS NOT NULL THEN INTO FRESHET.APP.REJECTIONS
    (CONTRACT, CONTRACT_VERSION, RUN, ATTEMPT, RULE, KEY_TEXT, IDENTITY_TEXT, ROW_ID)
    VALUES ("__contract", "__version", "__run", "__attempt", "__violation", "__key", "__identity", "__row_id")
  WHEN "__op" IS NOT NULL THEN INTO FRESHET.SHOP__ORDER_PLACED__V1.STAGED
    ("__sequence", "__op", "__key", "__lane", "__n", "o_custkey", "o_orderkey", "o_orderdate", "o_totalprice", "o_orderpriority", "o_clerk")
    VALUES ("__sequence", "__op", "__key", "__lane", "__n", "o_custkey", "o_orderkey", "o_orderdate", "o_totalprice", "o_orderpriority", "o_clerk")
  WHEN "__noted" THEN INTO FRESHET.APP.RELEASES
    (CONTRACT, IDENTITY_TEXT, ATTEMPT, RUN, OUTCOME, REASON)
    VALUES ("__contract", "__identity", "__attempt", "__run", "__closes", "__reason")
SELECT
  7 AS "__sequence",
  'shop.order_placed.v1' AS "__contract",
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
  "__identity",
  'published under the same identity' AS "__reason",
  'superseded' AS "__closes",
  "o_custkey",
  "o_orderkey",
  CAST(DATEDIFF('day', '1970-01-01'::DATE, "o_orderdate") AS NUMBER(10,0)) AS "o_orderdate",
  "o_totalprice",
  "o_orderpriority",
  "o_clerk"
FROM (
  SELECT
    "__outcome",
    "__broken",
    "__row_id",
    "__key",
    ROW_NUMBER() OVER (PARTITION BY "__key", "__outcome" ORDER BY "o_orderdate", "o_orderkey") AS "__n",
    COALESCE("__outcome" = 'upsert' AND ("o".IDENTITY_TEXT IS NOT NULL OR COUNT_IF("__outcome" = 'rejected') OVER (PARTITION BY "__identity") > 0), FALSE) AS "__noted",
    FALSE AS "__gone",
    "__identity",
    "o_custkey",
    "o_orderkey",
    "o_orderdate",
    "o_totalprice",
    "o_orderpriority",
    "o_clerk"
  FROM (
    SELECT
      CASE
        WHEN NOT "__after" THEN NULL
        WHEN NOT "__admitted" THEN 'filtered'
        WHEN "__broken" IS NOT NULL THEN 'rejected'
        ELSE 'upsert'
        END AS "__outcome",
      "__broken",
      "__row_id",
      "__key",
      "__identity",
      "o_custkey",
      "o_orderkey",
      "o_orderdate",
      "o_totalprice",
      "o_orderpriority",
      "o_clerk"
    FROM (
      SELECT
        "__after",
        "__row_id",
        "__admitted",
        TO_VARCHAR("o_custkey") AS "__key",
        CASE WHEN NOT ("__after" AND "__admitted") THEN NULL WHEN "__misfit" THEN 'doesNotFit' WHEN "o_custkey" IS NULL THEN 'missingKey' WHEN "o_orderkey" IS NULL OR "o_orderdate" IS NULL OR "o_totalprice" IS NULL THEN 'requiredNull' END AS "__broken",
        TO_VARCHAR("o_orderkey") AS "__identity",
        "o_custkey",
        "o_orderkey",
        "o_orderdate",
        "o_totalprice",
        "o_orderpriority",
        "o_clerk"
      FROM (
        SELECT
          METADATA$ACTION = 'INSERT' AS "__after",
          METADATA$ROW_ID AS "__row_id",
          TRUE AS "__admitted",
          NOT (COALESCE(ABS("O_CUSTKEY") < 1000000000000 AND ROUND("O_CUSTKEY", 0) = "O_CUSTKEY", TRUE) AND COALESCE(ABS("O_ORDERKEY") < 1000000000000 AND ROUND("O_ORDERKEY", 0) = "O_ORDERKEY", TRUE) AND COALESCE(ABS("O_TOTALPRICE") < 10000000000 AND ROUND("O_TOTALPRICE", 2) = "O_TOTALPRICE", TRUE) AND COALESCE(LENGTH("O_ORDERPRIORITY") <= 15, TRUE) AND COALESCE(LENGTH("O_CLERK") <= 15, TRUE)) AS "__misfit",
          CASE WHEN COALESCE(ABS("O_CUSTKEY") < 1000000000000 AND ROUND("O_CUSTKEY", 0) = "O_CUSTKEY", TRUE) THEN CAST("O_CUSTKEY" AS NUMBER(12,0)) END AS "o_custkey",
          CASE WHEN COALESCE(ABS("O_ORDERKEY") < 1000000000000 AND ROUND("O_ORDERKEY", 0) = "O_ORDERKEY", TRUE) THEN CAST("O_ORDERKEY" AS NUMBER(12,0)) END AS "o_orderkey",
          "O_ORDERDATE" AS "o_orderdate",
          CASE WHEN COALESCE(ABS("O_TOTALPRICE") < 10000000000 AND ROUND("O_TOTALPRICE", 2) = "O_TOTALPRICE", TRUE) THEN CAST("O_TOTALPRICE" AS NUMBER(12,2)) END AS "o_totalprice",
          CASE WHEN COALESCE(LENGTH("O_ORDERPRIORITY") <= 15, TRUE) THEN "O_ORDERPRIORITY" END AS "o_orderpriority",
          CASE WHEN COALESCE(LENGTH("O_CLERK") <= 15, TRUE) THEN "O_CLERK" END AS "o_clerk"
        FROM FRESHET.SHOP__ORDER_PLACED__V1.SOURCE_STREAM
      )
    )
  ) AS "r"
  LEFT JOIN (SELECT DISTINCT IDENTITY_TEXT FROM FRESHET.APP.OPEN_REJECTIONS WHERE CONTRACT = 'shop.order_placed.v1' AND ATTEMPT < 12) AS "o" ON "o".IDENTITY_TEXT = "r"."__identity"
);

SELECT COALESCE("__outcome", 'none'), CASE WHEN "__outcome" = 'rejected' THEN COALESCE("__broken", 'duplicateKey') END, COUNT(*), COUNT_IF("__noted") + COUNT_IF("__gone")
FROM (
SELECT
  "__outcome",
  "__broken",
  "__row_id",
  "__key",
  ROW_NUMBER() OVER (PARTITION BY "__key", "__outcome" ORDER BY "o_orderdate", "o_orderkey") AS "__n",
  COALESCE("__outcome" = 'upsert' AND ("o".IDENTITY_TEXT IS NOT NULL OR COUNT_IF("__outcome" = 'rejected') OVER (PARTITION BY "__identity") > 0), FALSE) AS "__noted",
  FALSE AS "__gone",
  "__identity",
  "o_custkey",
  "o_orderkey",
  "o_orderdate",
  "o_totalprice",
  "o_orderpriority",
  "o_clerk"
FROM (
  SELECT
    CASE
      WHEN NOT "__after" THEN NULL
      WHEN NOT "__admitted" THEN 'filtered'
      WHEN "__broken" IS NOT NULL THEN 'rejected'
      ELSE 'upsert'
      END AS "__outcome",
    "__broken",
    "__row_id",
    "__key",
    "__identity",
    "o_custkey",
    "o_orderkey",
    "o_orderdate",
    "o_totalprice",
    "o_orderpriority",
    "o_clerk"
  FROM (
    SELECT
      "__after",
      "__row_id",
      "__admitted",
      TO_VARCHAR("o_custkey") AS "__key",
      CASE WHEN NOT ("__after" AND "__admitted") THEN NULL WHEN "__misfit" THEN 'doesNotFit' WHEN "o_custkey" IS NULL THEN 'missingKey' WHEN "o_orderkey" IS NULL OR "o_orderdate" IS NULL OR "o_totalprice" IS NULL THEN 'requiredNull' END AS "__broken",
      TO_VARCHAR("o_orderkey") AS "__identity",
      "o_custkey",
      "o_orderkey",
      "o_orderdate",
      "o_totalprice",
      "o_orderpriority",
      "o_clerk"
    FROM (
      SELECT
        METADATA$ACTION = 'INSERT' AS "__after",
        METADATA$ROW_ID AS "__row_id",
        TRUE AS "__admitted",
        NOT (COALESCE(ABS("O_CUSTKEY") < 1000000000000 AND ROUND("O_CUSTKEY", 0) = "O_CUSTKEY", TRUE) AND COALESCE(ABS("O_ORDERKEY") < 1000000000000 AND ROUND("O_ORDERKEY", 0) = "O_ORDERKEY", TRUE) AND COALESCE(ABS("O_TOTALPRICE") < 10000000000 AND ROUND("O_TOTALPRICE", 2) = "O_TOTALPRICE", TRUE) AND COALESCE(LENGTH("O_ORDERPRIORITY") <= 15, TRUE) AND COALESCE(LENGTH("O_CLERK") <= 15, TRUE)) AS "__misfit",
        CASE WHEN COALESCE(ABS("O_CUSTKEY") < 1000000000000 AND ROUND("O_CUSTKEY", 0) = "O_CUSTKEY", TRUE) THEN CAST("O_CUSTKEY" AS NUMBER(12,0)) END AS "o_custkey",
        CASE WHEN COALESCE(ABS("O_ORDERKEY") < 1000000000000 AND ROUND("O_ORDERKEY", 0) = "O_ORDERKEY", TRUE) THEN CAST("O_ORDERKEY" AS NUMBER(12,0)) END AS "o_orderkey",
        "O_ORDERDATE" AS "o_orderdate",
        CASE WHEN COALESCE(ABS("O_TOTALPRICE") < 10000000000 AND ROUND("O_TOTALPRICE", 2) = "O_TOTALPRICE", TRUE) THEN CAST("O_TOTALPRICE" AS NUMBER(12,2)) END AS "o_totalprice",
        CASE WHEN COALESCE(LENGTH("O_ORDERPRIORITY") <= 15, TRUE) THEN "O_ORDERPRIORITY" END AS "o_orderpriority",
        CASE WHEN COALESCE(LENGTH("O_CLERK") <= 15, TRUE) THEN "O_CLERK" END AS "o_clerk"
      FROM FRESHET.SHOP__ORDER_PLACED__V1.SOURCE_STREAM
    )
  )
) AS "r"
LEFT JOIN (SELECT DISTINCT IDENTITY_TEXT FROM FRESHET.APP.OPEN_REJECTIONS WHERE CONTRACT = 'shop.order_placed.v1' AND ATTEMPT < 12) AS "o" ON "o".IDENTITY_TEXT = "r"."__identity"
)
WHERE "__outcome" IS NOT NULL OR "__noted" OR "__gone"
GROUP BY 1, 2;

COPY INTO @FRESHET.APP.STAGE/data/shop.order_placed.v1/00000000000000000007/12/
FROM (
  SELECT "__op", "__key", "__lane", "__n", "o_custkey", "o_orderkey", "o_orderdate", "o_totalprice", "o_orderpriority", "o_clerk"
  FROM FRESHET.SHOP__ORDER_PLACED__V1.STAGED
  WHERE "__sequence" = 7
)
FILE_FORMAT = (TYPE = PARQUET COMPRESSION = SNAPPY)
HEADER = TRUE INCLUDE_QUERY_ID = TRUE DETAILED_OUTPUT = TRUE MAX_FILE_SIZE = 268435456;

COPY INTO @FRESHET.APP.STAGE/data/shop.order_placed.v1/00000000000000000007/12/data.snappy.parquet
FROM (
  SELECT "__op", "__key", "__lane", "__n", "o_custkey", "o_orderkey", "o_orderdate", "o_totalprice", "o_orderpriority", "o_clerk"
  FROM FRESHET.SHOP__ORDER_PLACED__V1.STAGED
  WHERE "__sequence" = 7
  ORDER BY "__key", "__n"
)
FILE_FORMAT = (TYPE = PARQUET COMPRESSION = SNAPPY)
HEADER = TRUE SINGLE = TRUE DETAILED_OUTPUT = TRUE MAX_FILE_SIZE = 5368709120;

COPY INTO @FRESHET.APP.STAGE/data/shop.order_placed.v1/00000000000000000007/12/
FROM (
  SELECT "__op", "__key", "__lane", "__n", "o_custkey", "o_orderkey", "o_orderdate", "o_totalprice", "o_orderpriority", "o_clerk"
  FROM FRESHET.SHOP__ORDER_PLACED__V1.STAGED
  WHERE "__sequence" = 7
)
PARTITION BY ('lane=' || TO_VARCHAR("__lane"))
FILE_FORMAT = (TYPE = PARQUET COMPRESSION = SNAPPY)
HEADER = TRUE INCLUDE_QUERY_ID = TRUE DETAILED_OUTPUT = TRUE MAX_FILE_SIZE = 268435456;

COPY INTO @FRESHET.APP.STAGE/data/shop.order_placed.v1/00000000000000000007/12/
FROM (
  SELECT "__op", "__key", "__lane", "__n", "o_custkey", "o_orderkey", "o_orderdate", "o_totalprice", "o_orderpriority", "o_clerk"
  FROM FRESHET.SHOP__ORDER_PLACED__V1.STAGED
  WHERE "__sequence" = 7
)
PARTITION BY ('bucket=' || TO_VARCHAR(MOD(TO_NUMBER(SUBSTR(MD5("__key"), 1, 8), 'XXXXXXXX'), 24)))
FILE_FORMAT = (TYPE = PARQUET COMPRESSION = SNAPPY)
HEADER = TRUE INCLUDE_QUERY_ID = TRUE DETAILED_OUTPUT = TRUE MAX_FILE_SIZE = 268435456;
