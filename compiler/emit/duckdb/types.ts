import type { Type } from '../../ir/type.ts'

const names = { text: 'VARCHAR', flag: 'BOOLEAN', int: 'BIGINT', float: 'DOUBLE', date: 'DATE', time: 'TIMESTAMP', json: 'JSON' } as const

export function typeSql(type: Type): string {
  return type.kind === 'decimal' ? `DECIMAL(${type.precision}, ${type.scale})` : names[type.kind]
}
