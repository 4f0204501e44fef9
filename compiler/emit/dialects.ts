import type { DialectName } from '../ir/scalar.ts'
import type { Dialect } from './dialect.ts'
import { duckdb } from './duckdb/index.ts'
import { snowflake } from './snowflake/index.ts'

export const dialects: Readonly<Record<DialectName, Dialect>> = { snowflake, duckdb }
