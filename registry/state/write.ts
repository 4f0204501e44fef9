import type { Address } from '../../compiler/base/address.ts'
import { absurd } from '../../compiler/base/diagnostic.ts'
import type { StateEffect } from '../../compiler/ir/plan.ts'
import type { Coverage, StateRecord } from '../../compiler/ir/state.ts'
import { coverStatements as covering } from '../../compiler/plan/cover.ts'
import type { StateSql } from './tables.ts'
import { instantText } from './tables.ts'

/** On whose behalf state is written. */
export interface Writing {
  readonly environment: string
  readonly plan: string
  /** ISO instant after which storages that are retired now may be dropped. */
  readonly keepUntil: string
}

/** The statements by which state takes up what a step has done: plain deletes and inserts, to stand in its transaction. */
export function effectStatements(sql: StateSql, effect: StateEffect, writing: Writing): readonly string[] {
  const { text } = sql
  switch (effect.kind) {
    case 'storage':
      return [
        withoutStorage(sql, sql.storages, effect.storage.generation),
        `INSERT INTO ${sql.storages} VALUES (${text(effect.storage.generation)}, ${text(writing.environment)}, ${text(writing.plan)}, ${text(JSON.stringify(effect.storage))})`,
        ...(effect.anew === true ? [withoutCoverage(sql, effect.storage.generation)] : []),
      ]
    case 'record':
      return recordStatements(sql, { ...effect.record, plan: writing.plan }, effect.replaces)
    case 'forget':
      return [withoutRecord(sql, writing.environment, effect.address)]
    case 'start':
      return [
        `DELETE FROM ${sql.starts} WHERE address = ${text(effect.view)}`,
        `INSERT INTO ${sql.starts} VALUES (${text(effect.view)}, ${text(instantText(effect.at))})`,
      ]
    case 'retire':
      return [
        withoutStorage(sql, sql.retired, effect.storage),
        `INSERT INTO ${sql.retired} VALUES (${text(effect.storage)}, ${text(instantText(writing.keepUntil))})`,
      ]
    case 'dropped':
      return [withoutStorage(sql, sql.storages, effect.storage), withoutStorage(sql, sql.retired, effect.storage), withoutCoverage(sql, effect.storage)]
    default:
      return absurd(effect)
  }
}

/** A storage that a record names is not, or no longer, retired. */
function recordStatements(sql: StateSql, record: StateRecord, replaces: Address | null): readonly string[] {
  const { text } = sql
  return [
    ...(replaces === null || replaces === record.address ? [] : [withoutRecord(sql, record.environment, replaces), startUnder(sql, record.address, replaces)]),
    withoutRecord(sql, record.environment, record.address),
    `INSERT INTO ${sql.records} VALUES (${text(record.environment)}, ${text(record.address)}, ${text(JSON.stringify(record))})`,
    ...record.storages.map(s => withoutStorage(sql, sql.retired, s.generation)),
    ...narrowed(sql, record),
  ]
}

/** A column that the owner of a storage no longer shows is no longer filled: nobody may take it for computed later. */
function narrowed(sql: StateSql, { applied, storages, environment }: StateRecord): readonly string[] {
  const { text } = sql
  if (applied.publish === 'table' || applied.filling.by === 'newest') return []
  return storages.map(
    s => `UPDATE ${sql.storages} SET body = ${text(JSON.stringify(s))} WHERE generation = ${text(s.generation)} AND owner = ${text(environment)}`,
  )
}

function withoutRecord(sql: StateSql, environment: string, address: Address): string {
  return `DELETE FROM ${sql.records} WHERE environment = ${sql.text(environment)} AND address = ${sql.text(address)}`
}

/** A view that is called otherwise begins where it began; another environment may still know it by its former name. */
function startUnder({ starts, text }: StateSql, address: Address, former: Address): string {
  return `INSERT INTO ${starts} SELECT ${text(address)}, found_at FROM ${starts} WHERE address = ${text(former)} AND NOT EXISTS (SELECT 1 FROM ${starts} WHERE address = ${text(address)})`
}

/** The coverage of a storage, and that of its parts. */
function withoutCoverage({ coverage, text }: StateSql, generation: string): string {
  return `DELETE FROM ${coverage} WHERE storage = ${text(generation)} OR left(storage, ${generation.length + 1}) = ${text(`${generation}#`)}`
}

function withoutStorage(sql: StateSql, table: string, generation: string): string {
  return `DELETE FROM ${table} WHERE generation = ${sql.text(generation)}`
}

/** Puts one interval into the coverage of a storage. */
export function coverStatements({ coverage, text }: StateSql, c: Coverage): readonly string[] {
  const of = (iso: string): string => text(instantText(iso))
  return covering(coverage, { storage: text(c.storage), from: of(c.from), to: of(c.to), known: of(c.knownTo) })
}
