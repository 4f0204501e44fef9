import { analyzeCodes } from './codes/analyze.ts'
import { cliCodes } from './codes/cli.ts'
import { datasetCodes } from './codes/dataset.ts'
import type { CodeEntry } from './codes/entry.ts'
import { importCodes } from './codes/import.ts'
import { languageCodes } from './codes/language.ts'
import { leakageCodes, proofCodes } from './codes/leakage.ts'
import { loadCodes } from './codes/load.ts'
import { lowerCodes } from './codes/lower.ts'
import { objectCodes } from './codes/objects.ts'
import { planCodes } from './codes/plan.ts'
import { servingCodes } from './codes/serving.ts'
import { snowflakeCodes } from './codes/snowflake.ts'
import { warehouseCodes } from './codes/warehouse.ts'

/**
 * Every diagnostic code with its severity, message, hint and explanation. The parameter type of each code is that of
 * its message function. F1 load, F2 language, F3 analyze, F4 lower, F5 plan, F6 warehouse and state, F7 command line.
 */
export const codes = {
  ...loadCodes,
  ...languageCodes,
  ...analyzeCodes,
  ...lowerCodes,
  ...leakageCodes,
  ...proofCodes,
  ...datasetCodes,
  ...objectCodes,
  ...planCodes,
  ...servingCodes,
  ...warehouseCodes,
  ...snowflakeCodes,
  ...cliCodes,
  ...importCodes,
}

export type Code = keyof typeof codes
export type Params<C extends Code> = Parameters<(typeof codes)[C]['message']>[0]

export function messageOf<C extends Code>(code: C, params: Params<C>): { severity: 'error' | 'warning'; message: string; hint: string | null } {
  const entry = codes[code] as unknown as CodeEntry<Params<C>>
  return { severity: entry.severity, message: entry.message(params), hint: entry.hint?.(params) ?? null }
}
