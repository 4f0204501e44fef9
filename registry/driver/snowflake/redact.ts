/** Takes every secret of a connection out of a text. */
export type Redact = (text: string) => string

const mask = '***'

/** Tokens that the service hands out, which no setting holds: signed ones by their form, those of a session by where they stand. */
const patterns: readonly (readonly [RegExp, string])[] = [
  [/\beyJ[\w-]{8,}\.[\w-]+(?:\.[\w-]*)?/g, mask],
  [/(Token=\\?")[^"\\]+/g, `$1${mask}`],
  [/(Bearer\s+)[\w.~+/=-]{8,}/gi, `$1${mask}`],
  [/("?(?:token|sessionToken|masterToken|oldSessionToken|idToken|mfaToken|access_token|refresh_token|PASSWORD|PASSCODE)"?\s*[:=]\s*")[^"]+/gi, `$1${mask}`],
  [/-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]*?(?:-----END [A-Z ]*PRIVATE KEY-----|$)/g, mask],
]

/** Shorter ones would blot out ordinary text; no password, token or key is as short. */
const shortest = 4

/** The redactor of some secrets, in each form in which they may turn up in a message: as they are, in JSON, in a URL, in base64. */
export function redactor(secrets: readonly string[]): Redact {
  const forms = secrets.flatMap(s => [...s.split(/\r?\n/), s].map(part => part.trim()).filter(part => part.length >= shortest))
  const all = forms.flatMap(f => [f, JSON.stringify(f).slice(1, -1), encodeURIComponent(f), Buffer.from(f).toString('base64').replace(/=+$/, '')])
  const longestFirst = [...new Set(all)].toSorted((a, b) => b.length - a.length)
  return text => {
    let out = text
    for (const secret of longestFirst) out = out.replaceAll(secret, mask)
    for (const [pattern, by] of patterns) out = out.replace(pattern, by)
    return out
  }
}
