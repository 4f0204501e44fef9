import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, expect, it } from 'vitest'
import { isoOf } from '../../../compiler/base/instant.ts'
import type { Type } from '../../../compiler/ir/type.ts'
import { date, decimal, flag, float, int, text, time } from '../../../compiler/ir/type.ts'
import { readArrow } from '../../../registry/dataset/read-arrow.ts'
import { writeArrow } from '../../../registry/dataset/write-arrow.ts'
import type { Row, Value } from '../../../registry/driver/driver.ts'

const folder = mkdtempSync(join(tmpdir(), 'feat-arrow-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const digits = (n: bigint, scale: number): string => {
  const all = String(n < 0n ? -n : n).padStart(scale + 1, '0')
  return `${n < 0n ? '-' : ''}${all.slice(0, all.length - scale)}.${all.slice(all.length - scale)}`
}
const seconds = fc.integer({ min: Date.UTC(1900, 0, 1) / 1000, max: Date.UTC(2200, 0, 1) / 1000 })

/** Of each type a column, and any value of it as it is read. */
const columns: Readonly<Record<string, readonly [Type, fc.Arbitrary<Value>]>> = {
  word: [text, fc.string({ unit: 'grapheme', maxLength: 9 })],
  yes: [flag, fc.boolean()],
  whole: [int, fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }).map(String)],
  real: [float, fc.oneof(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.constantFrom('NaN', 'Infinity', '-Infinity'))],
  day: [date, seconds.map(s => isoOf(s).slice(0, 10))],
  moment: [time, fc.tuple(seconds, fc.integer({ min: 0, max: 999_999 })).map(([s, us]) => isoOf(s).replace('Z', `.${String(us).padStart(6, '0')}Z`))],
  money: [decimal(38, 2), fc.bigInt({ min: -(10n ** 38n) + 1n, max: 10n ** 38n - 1n }).map(n => digits(n, 2))],
}

const anyRow = fc.record(Object.fromEntries(Object.entries(columns).map(([name, [, value]]) => [name, fc.option(value)]))) as fc.Arbitrary<Row>

it('an Arrow file gives back every value as it was written, page by page', async () => {
  const shown = Object.entries(columns).map(([name, [type]]) => ({ name, type }))
  const path = join(folder, 'any.arrow')
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(anyRow, { minLength: 1, maxLength: 9 }), { maxLength: 3 }), async pages => {
      await writeArrow(
        {
          columns: shown,
          rows: {
            query: '',
            pages: async function* () {
              yield* pages
            },
          },
        },
        path,
      )
      const found: (readonly Row[])[] = []
      const read = await readArrow(path, async rows => {
        for await (const page of rows.rows.pages()) if (page.length > 0) found.push(page)
        return rows.columns
      })
      expect(read).toEqual(shown)
      expect(found).toEqual(pages)
    }),
    { numRuns: 200 },
  )
})
