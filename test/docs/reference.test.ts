import { describe, expect, it } from 'vitest'
import * as featplan from '../../compiler/dsl/index.ts'
import type { FunctionName } from '../../compiler/ir/functions.ts'
import { functions } from '../../compiler/ir/functions.ts'
import { written } from '../../docs/make/functions.ts'
import { documentedLanguage } from '../../docs/make/language.ts'
import { referencePages } from '../../docs/make/reference.ts'

const pages = referencePages()
const { boolean, date, events, float, timestamp, varchar } = featplan
const { c } = events('raw.sample', {
  entities: [],
  eventTime: 'at',
  columns: { a: float(), b: float(), p: boolean(), q: boolean(), s: varchar(), t: varchar(), at: timestamp(), end: timestamp(), day: date(), due: date() },
})

describe('docs/reference', () => {
  it.each(Object.keys(pages))('%s is current: npm run docs', async name => {
    await expect(pages[name]).toMatchFileSnapshot(`../../docs/reference/${name}`)
  })

  it('names everything that the language exports', () => {
    const all = Object.values(pages).join('\n')
    const missing = Object.keys(featplan).filter(name => !new RegExp(`\\b${name}\\(`).test(all))
    expect(missing).toEqual([])
    expect(all).not.toMatch(/undefined|\[object/)
  })

  it('has a doc comment to show for every function of the language', () => {
    const functionsOf = documentedLanguage().filter(d => d.parameters !== null)
    expect(functionsOf.length).toBeGreaterThan(50)
    expect(functionsOf.filter(d => d.doc === '').map(d => d.name)).toEqual([])
  })

  it.each((Object.keys(functions) as FunctionName[]).filter(name => written[name] !== ''))('writes %s as the language takes it', name => {
    const scope = { ...featplan, ...c }
    // oxlint-disable-next-line no-implied-eval -- a reader would type it
    const made = new Function(...Object.keys(scope), `return ${written[name]}`)(...Object.values(scope)) as {
      readonly node: { readonly kind: string; readonly fn: string }
    }
    // A length beside a moment is a timePlus until the types are known.
    expect(made.node).toMatchObject({ kind: 'call', fn: name === 'datePlus' ? 'timePlus' : name })
  })
})
