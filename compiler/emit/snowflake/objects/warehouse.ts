import type { WarehouseObject } from '../../../ir/object.ts'
import { quote } from '../literals.ts'

/** Made where there is none; one that is there becomes what is declared. What is no longer said goes back to the default. */
export function warehouseChange(from: WarehouseObject | null, to: WarehouseObject): readonly string[] {
  const name = quote(to.name.name)
  const [was, is] = [from === null ? [] : properties(from), properties(to)]
  const set = is.map(([key, value]) => `${key} = ${value}`).join(' ')
  const gone = was.map(([key]) => key).filter(key => !is.some(([k]) => k === key))
  return [
    `CREATE WAREHOUSE IF NOT EXISTS ${name} WITH ${set}${set === '' ? '' : ' '}INITIALLY_SUSPENDED = TRUE`,
    `USE WAREHOUSE ${quote(to.inUse)}`,
    ...(set === '' ? [] : [`ALTER WAREHOUSE IF EXISTS ${name} SET ${set}`]),
    ...(gone.length === 0 ? [] : [`ALTER WAREHOUSE IF EXISTS ${name} UNSET ${gone.join(', ')}`]),
  ]
}

function properties({ size, autoSuspend, autoResume, clusters, scaling }: WarehouseObject): readonly (readonly [string, string])[] {
  return [
    ...(size === undefined ? [] : [['WAREHOUSE_SIZE', size.toUpperCase()] as const]),
    ...(clusters === undefined ? [] : [['MAX_CLUSTER_COUNT', String(clusters.max)] as const, ['MIN_CLUSTER_COUNT', String(clusters.min)] as const]),
    ...(scaling === undefined ? [] : [['SCALING_POLICY', scaling.toUpperCase()] as const]),
    ...(autoSuspend === undefined ? [] : [['AUTO_SUSPEND', String(autoSuspend)] as const]),
    ...(autoResume === undefined ? [] : [['AUTO_RESUME', autoResume ? 'TRUE' : 'FALSE'] as const]),
  ]
}
