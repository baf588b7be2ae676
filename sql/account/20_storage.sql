-- How Snowflake reaches the bucket. The external id is ours to choose, so that the role in AWS can be made first.
CREATE STORAGE INTEGRATION IF NOT EXISTS ${storage_integration}
  TYPE = EXTERNAL_STAGE
  STORAGE_PROVIDER = 'S3'
  ENABLED = TRUE
  STORAGE_AWS_ROLE_ARN = '${storage_role_arn}'
  STORAGE_AWS_EXTERNAL_ID = '${storage_external_id}'
  STORAGE_ALLOWED_LOCATIONS = ('${stage_url}');

-- Never replaced: contracts remember its URL, and halt when it is another.
CREATE STAGE IF NOT EXISTS ${database}.${schema}.STAGE
  URL = '${stage_url}'
  STORAGE_INTEGRATION = ${storage_integration};

-- The part of it that may be removed. A privilege on a stage holds for all below its URL, so the purger has this one only.
CREATE STAGE IF NOT EXISTS ${database}.${schema}.DATA
  URL = '${stage_url}data/'
  STORAGE_INTEGRATION = ${storage_integration};
