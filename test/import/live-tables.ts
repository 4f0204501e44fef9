import type { LiveTable } from '../../compiler/import/index.ts'
import { decimal, flag, int, text, time } from '../../compiler/ir/type.ts'

const column = (name: string, type: LiveTable['columns'][number]['type'], spelled: string): LiveTable['columns'][number] => ({ name, type, spelled })

/** A feature view as snowflake-ml-python makes one (1.48.0), and a dynamic table of somebody else. */
export const liveTables: readonly LiveTable[] = [
  {
    name: 'CUSTOMER_SPEND$V1',
    text: `CREATE DYNAMIC TABLE SHOP.FEATURES."CUSTOMER_SPEND$V1" (CUSTOMER_ID COMMENT 'as of' , "SPEND" )
      TARGET_LAG = '1 day'
      COMMENT = 'What they ''spent'''
      TAG (
        SHOP.FEATURES.SNOWML_FEATURE_STORE_OBJECT = '{"type": "MANAGED_FEATURE_VIEW", "pkg_version": "1.48.0"}',
        SHOP.FEATURES.SNOWML_FEATURE_VIEW_METADATA = '{"entities": ["CUSTOMER"], "timestamp_col": "TS", "is_tiled": false}',
        SHOP.FEATURES.SNOWML_FEATURE_STORE_ENTITY_CUSTOMER = 'CUSTOMER_ID'
      )
      WAREHOUSE = WH
      AS
      SELECT CUSTOMER_ID, TS, SUM(AMOUNT) AS SPEND, ANY_VALUE(AS_GUEST) AS GUEST FROM SHOP.RAW.ORDERS GROUP BY 1, 2;`,
    targetLag: '1 day',
    comment: "What they 'spent'",
    columns: [
      column('customer_id', text, 'VARCHAR(16777216)'),
      column('ts', time, 'TIMESTAMP_NTZ(9)'),
      column('spend', decimal(24, 2), 'NUMBER(24,2)'),
      column('guest', flag, 'BOOLEAN'),
      column('drawn_at', null, 'TIMESTAMP_TZ(9)'),
    ],
  },
  {
    name: 'STORE_SIZES',
    text: 'create or replace dynamic table STORE_SIZES(STORE_ID, SIZE) target_lag = DOWNSTREAM warehouse = WH as (select STORE_ID, SIZE from SHOP.RAW.STORES)',
    targetLag: 'DOWNSTREAM',
    comment: null,
    columns: [column('store_id', text, 'VARCHAR(10)'), column('size', int, 'NUMBER(38,0)')],
  },
]
