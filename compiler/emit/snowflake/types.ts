import type { Type } from '../../ir/type.ts'

const names = {
  text: 'VARCHAR',
  flag: 'BOOLEAN',
  int: 'NUMBER(38, 0)',
  float: 'FLOAT',
  date: 'DATE',
  time: 'TIMESTAMP_NTZ(6)',
  json: 'VARIANT',
} as const

export function typeSql(type: Type): string {
  return type.kind === 'decimal' ? `NUMBER(${type.precision}, ${type.scale})` : names[type.kind]
}
