-- registry.models
-- Registered models

-- storage
CREATE TABLE IF NOT EXISTS "LOGISTICS_DW_PROD"."ML_FEATURES"."TBL_ML_MODEL_REGISTRY" (
  "MODEL_ID" VARCHAR COMMENT 'Identity of a registered version',
  "MODEL_NAME" VARCHAR COMMENT 'Name of the model',
  "MODEL_VERSION" VARCHAR COMMENT 'Version of the model',
  "MODEL_TYPE" VARCHAR COMMENT 'classification, regression, clustering or forecast',
  "TRAINING_DATA_SOURCE" VARCHAR COMMENT 'Table or dataset that it was trained on',
  "FEATURE_COLUMNS" VARIANT COMMENT 'Array of the features that it reads',
  "MODEL_METRICS" VARIANT COMMENT 'Metrics at the time of registration, by name',
  "MODEL_ARTIFACT_PATH" VARCHAR COMMENT 'Where the trained model is kept',
  "CREATED_BY" VARCHAR COMMENT 'Who registered it',
  "CREATED_AT" TIMESTAMP_NTZ(6) COMMENT 'When it was registered, UTC'
)
COMMENT = 'Registered models
[feat logistics/main registry.models c77fa52f.abae1b40.registry]';
