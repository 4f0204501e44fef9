import { existsSync, mkdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, resolve } from 'node:path'
import { FeatError, diagnostic } from '../compiler/base/diagnostic.ts'
import { nearest } from '../compiler/base/near.ts'
import type { ConfigDefinition, Configured, TargetDefinition } from '../compiler/ir/definition.ts'
import type { Driver } from '../registry/driver/driver.ts'
import type { Wait } from '../registry/driver/wait.ts'
import { openDuckdb } from '../registry/index.ts'
import type { Io } from './io.ts'

/** How a warehouse is to be opened. */
export interface Opening {
  readonly root: string
  readonly io: Io
  /** `read` leaves it as it is, and works beside others that read; where there is none yet, it is empty. */
  readonly access: 'read' | 'write'
  /** Where another command holds an embedded warehouse. */
  readonly wait: Wait
}

/** Opens the warehouse of a target, whichever engine it has. */
export async function openTarget(config: ConfigDefinition, name: string, opening: Opening): Promise<Driver> {
  const target = targetOf(config, name)
  return target.kind === 'duckdb' ? openEmbedded(target, opening) : openAccount(target, opening)
}

/** Opens the warehouse of a target that must be embedded: for what fills it with samples. */
export async function openEmbeddedTarget(config: ConfigDefinition, name: string, opening: Opening): Promise<Driver> {
  const target = targetOf(config, name)
  if (target.kind !== 'duckdb') throw new FeatError([diagnostic('F715', { target: name })])
  return openEmbedded(target, opening)
}

function targetOf(config: ConfigDefinition, name: string): TargetDefinition {
  const target = config.targets[name]
  const known = Object.keys(config.targets)
  if (target === undefined) throw new FeatError([diagnostic('F501', { name, known, near: nearest(name, known) })])
  return target
}

type Target<K extends TargetDefinition['kind']> = Extract<TargetDefinition, { readonly kind: K }>

async function openEmbedded(target: Target<'duckdb'>, { root, io, access, wait }: Opening): Promise<Driver> {
  const given = configured(target.path, io)
  const path = given === ':memory:' ? given : resolve(root, given)
  const isEmpty = access === 'read' && !existsSync(path)
  if (access === 'write' && path !== ':memory:') mkdirSync(dirname(path), { recursive: true })
  return openDuckdb({ path: isEmpty ? ':memory:' : path, readOnly: access === 'read' && !isEmpty, wait })
}

/** Imported only here, since most commands never speak to an account. */
async function openAccount(target: Target<'snowflake'>, { io }: Opening): Promise<Driver> {
  const [connection, database, warehouse] = [target.connection, target.database, target.warehouse].map(c => configured(c, io)) as [string, string, string]
  const { openSnowflake } = await import('../registry/driver/snowflake/open.ts')
  const home = io.env['HOME'] ?? io.env['USERPROFILE'] ?? homedir()
  return openSnowflake({ connection, database, warehouse, env: io.env, home, signal: io.signal })
}

function configured(value: Configured, io: Io): string {
  if (typeof value === 'string') return value
  const found = io.env[value.env]
  if (found === undefined) throw new FeatError([diagnostic('F503', { name: value.env })])
  return found
}

/** How messages call the warehouse of a target: a file by its path as configured, an account by its connection and database. */
export function warehouseName(target: TargetDefinition, io: Io): string {
  if (target.kind === 'duckdb') return configured(target.path, io)
  return `${configured(target.database, io)} on connection '${configured(target.connection, io)}'`
}
