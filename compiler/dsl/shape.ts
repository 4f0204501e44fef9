import { nearest } from '../base/near.ts'
import { isRecord } from './part.ts'
import type { Reader } from './read.ts'

/** What an option may hold: a kind of value, one of some words, a record of such things, or named options. */
export type Shape =
  | 'text'
  | 'number'
  | 'flag'
  | 'texts'
  | { readonly words: readonly string[] }
  | { readonly each: Shape }
  | { readonly options: Readonly<Record<string, Shape>> }
  | { readonly either: readonly Shape[]; readonly expected: string }

/** Whether a value has a shape; what it has not is told, by the path of each mistake. */
export function fits(given: unknown, shape: Shape, path: string, wrong: Reader['wrong']): boolean {
  const refuse = (expected: string): boolean => {
    wrong(path, given, expected)
    return false
  }
  if (shape === 'text') return typeof given === 'string' && given !== '' ? true : refuse('a text')
  if (shape === 'number') return typeof given === 'number' && Number.isFinite(given) ? true : refuse('a number')
  if (shape === 'flag') return typeof given === 'boolean' ? true : refuse('true or false')
  if (shape === 'texts') return Array.isArray(given) && given.every(x => typeof x === 'string') ? true : refuse('a list of texts')
  if ('words' in shape) return shape.words.includes(given as string) ? true : refuse(`one of ${shape.words.join(', ')}`)
  if ('either' in shape) return shape.either.some(s => fits(given, s, path, () => {})) ? true : refuse(shape.expected)
  if (!isRecord(given)) return refuse('an object')
  const held = Object.entries(given).filter(([, v]) => v !== undefined)
  if ('each' in shape) return held.map(([k, v]) => fits(v, shape.each, `${path}.${k}`, wrong)).every(Boolean)
  return held.map(([k, v]) => fitsOption(k, v, shape.options, path, wrong)).every(Boolean)
}

function fitsOption(name: string, given: unknown, options: Readonly<Record<string, Shape>>, path: string, wrong: Reader['wrong']): boolean {
  const shape = options[name]
  if (shape !== undefined) return fits(given, shape, `${path}.${name}`, wrong)
  const known = Object.keys(options)
  wrong(`${path}.${name}`, given, nearest(name, known) ?? `one of ${known.join(', ')}`)
  return false
}
