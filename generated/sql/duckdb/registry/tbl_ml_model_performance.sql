-- registry.performance
-- Performance of registered models over time

-- storage
CREATE TABLE IF NOT EXISTS "main"."tbl_ml_model_performance" (
  "model_id" VARCHAR,
  "evaluation_date" DATE,
  "accuracy" DOUBLE,
  "precision" DOUBLE,
  "recall" DOUBLE,
  "f1_score" DOUBLE,
  "data_drift_score" DOUBLE
);

COMMENT ON TABLE "main"."tbl_ml_model_performance" IS 'Performance of registered models over time
[feat logistics/main registry.performance 14078083.9d1d726a.formance]';

COMMENT ON COLUMN "main"."tbl_ml_model_performance"."model_id" IS 'The registered version';

COMMENT ON COLUMN "main"."tbl_ml_model_performance"."evaluation_date" IS 'Day of the evaluation';

COMMENT ON COLUMN "main"."tbl_ml_model_performance"."accuracy" IS 'Share of right answers';

COMMENT ON COLUMN "main"."tbl_ml_model_performance"."precision" IS 'Share of right answers among those given as positive';

COMMENT ON COLUMN "main"."tbl_ml_model_performance"."recall" IS 'Share of the positives that were found';

COMMENT ON COLUMN "main"."tbl_ml_model_performance"."f1_score" IS 'Harmonic mean of precision and recall';

COMMENT ON COLUMN "main"."tbl_ml_model_performance"."data_drift_score" IS 'How far the features have moved from the training data';
