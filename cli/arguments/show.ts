import { z } from 'zod'
import type { Raw } from '../command.ts'
import type { Io } from '../io.ts'
import type { GlobalArguments } from './parse.ts'
import { globalArguments, instant, parseOptions } from './parse.ts'

export interface ShowArguments extends GlobalArguments {
  readonly feature: string
  /** As text: the warehouse casts them to the key's type. */
  readonly keys: Readonly<Record<string, string>>
  readonly at: string | null
}

/** `<name>=<value>`. */
export const pair = z
  .string()
  .regex(/^[^=]+=/, 'a pair <name>=<value>')
  .transform(text => [text.slice(0, text.indexOf('=')), text.slice(text.indexOf('=') + 1)] as const)

export function showArguments(raw: Raw, io: Io): ShowArguments {
  const found = parseOptions(z.object({ key: z.array(pair).default([]), at: instant(io.now).optional() }), raw.options)
  return { ...globalArguments(raw, io), feature: raw.args[0]!, keys: Object.fromEntries(found.key), at: found.at ?? null }
}
