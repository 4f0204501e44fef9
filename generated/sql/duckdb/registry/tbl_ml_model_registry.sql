-- registry.models
-- Registered models

-- storage
CREATE TABLE IF NOT EXISTS "main"."tbl_ml_model_registry" (
  "model_id" VARCHAR,
  "model_name" VARCHAR,
  "model_version" VARCHAR,
  "model_type" VARCHAR,
  "training_data_source" VARCHAR,
  "feature_columns" JSON,
  "model_metrics" JSON,
  "model_artifact_path" VARCHAR,
  "created_by" VARCHAR,
  "created_at" TIMESTAMP
);

COMMENT ON TABLE "main"."tbl_ml_model_registry" IS 'Registered models
[feat logistics/main registry.models c77fa52f.abae1b40.registry]';

COMMENT ON COLUMN "main"."tbl_ml_model_registry"."model_id" IS 'Identity of a registered version';

COMMENT ON COLUMN "main"."tbl_ml_model_registry"."model_name" IS 'Name of the model';

COMMENT ON COLUMN "main"."tbl_ml_model_registry"."model_version" IS 'Version of the model';

COMMENT ON COLUMN "main"."tbl_ml_model_registry"."model_type" IS 'classification, regression, clustering or forecast';

COMMENT ON COLUMN "main"."tbl_ml_model_registry"."training_data_source" IS 'Table or dataset that it was trained on';

COMMENT ON COLUMN "main"."tbl_ml_model_registry"."feature_columns" IS 'Array of the features that it reads';

COMMENT ON COLUMN "main"."tbl_ml_model_registry"."model_metrics" IS 'Metrics at the time of registration, by name';

COMMENT ON COLUMN "main"."tbl_ml_model_registry"."model_artifact_path" IS 'Where the trained model is kept';

COMMENT ON COLUMN "main"."tbl_ml_model_registry"."created_by" IS 'Who registered it';

COMMENT ON COLUMN "main"."tbl_ml_model_registry"."created_at" IS 'When it was registered, UTC';
