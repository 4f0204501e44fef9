import fc from 'fast-check'
import { expect, it } from 'vitest'
import { redactor } from '../../../registry/driver/snowflake/redact.ts'

const forms: Readonly<Record<string, (secret: string) => string>> = {
  'as it is': s => `password ${s} is wrong`,
  'in JSON': s => JSON.stringify({ data: { PASSWORD: s } }),
  'in a URL': s => `https://host/?token=${encodeURIComponent(s)}&x=1`,
  'in base64': s => `Basic ${Buffer.from(s).toString('base64')}`,
}

it.each(Object.keys(forms))('takes a secret out %s', form => {
  fc.assert(
    fc.property(fc.string({ minLength: 4, unit: fc.constantFrom(...'abcXYZ019!"\\/+ =&%?*'.split('')) }), secret => {
      const trimmed = secret.trim()
      fc.pre(trimmed.length >= 4 && !'password  is wrong https://host/?token=&x=1***'.includes(trimmed))
      const out = redactor([secret])(forms[form]!(trimmed))
      expect(out).not.toContain(trimmed)
      expect(out).toContain('***')
    }),
  )
})

it('takes out each line of a key, and tokens that it never saw', () => {
  const key = '-----BEGIN PRIVATE KEY-----\nMIIEvQIBADANBgkqhkiG9w0\nAAEFAASCBKcwggSjAgEA\n-----END PRIVATE KEY-----\n'
  const redact = redactor([key])
  expect(redact('error near AAEFAASCBKcwggSjAgEA')).toBe('error near ***')
  expect(redact('jwt eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiJ4In0.c2lnbmF0dXJl sent')).toBe('jwt *** sent')
  expect(redact('Authorization: Snowflake Token="ver:1-hint:2-abc"')).toBe('Authorization: Snowflake Token="***"')
  expect(redact('{"masterToken":"abc.def","x":1}')).toBe('{"masterToken":"***","x":1}')
  expect(redactor([])('-----BEGIN RSA PRIVATE KEY-----\nabc')).toBe('***')
})

it('leaves ordinary text alone', () => {
  const text = "SQL compilation error: Object 'DB.PUBLIC.TOKENS' does not exist (002003)"
  expect(redactor(['s3cret', ''])(text)).toBe(text)
})
