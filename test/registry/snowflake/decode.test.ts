import { describe, expect, it } from 'vitest'
import type { Value } from '../../../registry/driver/driver.ts'
import type { RawColumn } from '../../../registry/driver/snowflake/decode.ts'
import { decoderOf, typeText, Undecodable } from '../../../registry/driver/snowflake/decode.ts'

const column = (type: string, scale: number | null = null, precision: number | null = null): RawColumn => ({
  name: 'C',
  type,
  nullable: true,
  precision,
  scale,
})

const cases: readonly (readonly [type: string, scale: number | null, raw: string, value: Value])[] = [
  ['fixed', 0, '0', 0],
  ['fixed', 0, '-42', -42],
  ['fixed', 0, '9007199254740991', 9_007_199_254_740_991],
  ['fixed', 0, '9007199254740993', '9007199254740993'],
  ['fixed', 0, '-99999999999999999999999999999999999999', '-99999999999999999999999999999999999999'],
  ['fixed', 2, '259.10', '259.10'],
  ['fixed', 2, '-0.01', '-0.01'],
  ['real', null, '259.12', 259.12],
  ['real', null, '1e-07', 1e-7],
  ['real', null, '1.7976931348623157e+308', 1.7976931348623157e308],
  ['real', null, 'inf', Infinity],
  ['real', null, '-inf', -Infinity],
  ['real', null, 'NaN', Number.NaN],
  ['boolean', null, '1', true],
  ['boolean', null, '0', false],
  ['boolean', null, 'TRUE', true],
  ['date', null, '0', '1970-01-01'],
  ['date', null, '19048', '2022-02-25'],
  ['date', null, '-719162', '0001-01-01'],
  ['date', null, '2932896', '9999-12-31'],
  ['time', 9, '3661.000000000', '01:01:01'],
  ['time', 3, '86399.999', '23:59:59.999000'],
  ['timestamp_ntz', 9, '1580645594.500000000', '2020-02-02T12:13:14.500000Z'],
  ['timestamp_ntz', 9, '1580645594.000000000', '2020-02-02T12:13:14Z'],
  ['timestamp_ntz', 9, '1580645594.000000001', '2020-02-02T12:13:14.000000001Z'],
  ['timestamp_ntz', 0, '1580645594', '2020-02-02T12:13:14Z'],
  ['timestamp_ntz', 9, '-0.500000000', '1969-12-31T23:59:59.500000Z'],
  ['timestamp_ntz', 9, '-86400.000001000', '1969-12-30T23:59:59.999999Z'],
  ['timestamp_ltz', 9, '1580645594.123456000', '2020-02-02T12:13:14.123456Z'],
  ['timestamp_tz', 9, '1580645594.000000000 1500', '2020-02-02T12:13:14Z'],
  ['text', null, 'NULL', 'NULL'],
  ['text', null, '', ''],
  ['variant', null, '{"a":12345678901234567890}', '{"a":12345678901234567890}'],
  ['array', null, '[1,null]', '[1,null]'],
  ['object', null, '{"b":0.10}', '{"b":0.10}'],
  ['binary', null, 'DEADBEEF', 'DEADBEEF'],
  ['geography', null, '{"type":"Point"}', '{"type":"Point"}'],
]

describe('values', () => {
  it.each(cases)('%s (scale %s) %s', (type, scale, raw, value) => {
    expect(decoderOf(column(type, scale))(raw)).toEqual(value)
  })

  it.each([...new Set(cases.map(c => c[0]))])('keeps NULL of %s', type => {
    expect(decoderOf(column(type, 0))(null)).toBeNull()
  })

  const wrong: readonly (readonly [string, string])[] = [
    ['fixed', '1e3'],
    ['fixed', ''],
    ['real', '1,5'],
    ['real', ''],
    ['boolean', 'maybe'],
    ['date', '2020-01-01'],
    ['date', '1.5'],
    ['time', '86400.0'],
    ['timestamp_ntz', '2020-01-01T00:00:00Z'],
    ['timestamp_tz', '1580645594.000000000'],
  ]
  it.each(wrong)('refuses a %s that is %j', (type, raw) => {
    expect(() => decoderOf(column(type, 0))(raw)).toThrow(Undecodable)
  })

  it('never puts the value into the message', () => {
    expect(() => decoderOf(column('boolean'))('private')).toThrow('a boolean in C that is no boolean')
  })
})

it('spells types as Snowflake does', () => {
  const texts = [
    column('fixed', 2, 10),
    column('fixed', 0, 38),
    column('real'),
    column('text'),
    column('timestamp_ntz', 9),
    column('time', 3),
    column('date'),
    column('variant'),
  ]
  expect(texts.map(typeText)).toEqual(['NUMBER(10,2)', 'NUMBER(38,0)', 'FLOAT', 'VARCHAR', 'TIMESTAMP_NTZ(9)', 'TIME(3)', 'DATE', 'VARIANT'])
})
