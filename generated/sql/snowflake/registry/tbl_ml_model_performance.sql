-- registry.performance
-- Performance of registered models over time

-- storage
CREATE TABLE IF NOT EXISTS "LOGISTICS_DW_PROD"."ML_FEATURES"."TBL_ML_MODEL_PERFORMANCE" (
  "MODEL_ID" VARCHAR COMMENT 'The registered version',
  "EVALUATION_DATE" DATE COMMENT 'Day of the evaluation',
  "ACCURACY" FLOAT COMMENT 'Share of right answers',
  "PRECISION" FLOAT COMMENT 'Share of right answers among those given as positive',
  "RECALL" FLOAT COMMENT 'Share of the positives that were found',
  "F1_SCORE" FLOAT COMMENT 'Harmonic mean of precision and recall',
  "DATA_DRIFT_SCORE" FLOAT COMMENT 'How far the features have moved from the training data'
)
COMMENT = 'Performance of registered models over time
[feat logistics/main registry.performance 14078083.9d1d726a.formance]';
