/** A name that Snowflake keeps in upper case, as we write it; null for one in quotes, whose case counts: we cannot say that. */
export function lowered(name: string): string | null {
  const bare = /^"([A-Z0-9_$]+)"$/.exec(name)?.[1] ?? name
  return /^[A-Za-z_][\w$]*$/.test(bare) ? bare.toLowerCase() : null
}

/** An identifier as near to the name as can be. */
export function identifierOf(name: string): string {
  const made = name
    .toLowerCase()
    .replaceAll(/[^a-z0-9_]+/g, '_')
    .replaceAll(/^_+|_+$/g, '')
  return made === '' ? 'unnamed' : /^\d/.test(made) ? `n${made}` : made
}

/** Names that a module of definitions may not give to what it exports. */
const taken = new Set(
  (
    'boolean category date float integer number timestamp varchar variant entity dimension events snapshot window avg count countDistinct countIf lastN ' +
    'max min percentile stddev sum variance asOf sql raw featureView break case catch class const continue debugger default delete do else enum export ' +
    'extends false finally for function if implements import in instanceof interface let new null package private protected public return static super ' +
    'switch this throw true try typeof var void while with yield await'
  ).split(' '),
)

/** Gives each name of a module a variable of its own. */
export function variables(): (name: string, otherwise: string) => string {
  const given = new Set<string>()
  return (name, otherwise) => {
    const camel = name.replaceAll(/[._]+([a-z0-9])/gi, (_, c: string) => c.toUpperCase()).replace(/^_+/, '')
    const wanted = [camel, `${camel}${otherwise}`, ...Array.from({ length: 99 }, (_, i) => `${camel}${otherwise}${i + 2}`)]
    const free = wanted.find(w => !taken.has(w) && !given.has(w))!
    given.add(free)
    return free
  }
}

/** The name, or the name with the first number that makes it one of its own. */
export function free(name: string, isTaken: (name: string) => boolean): string {
  for (let n = 2, made = name; ; n++) {
    if (!isTaken(made)) return made
    made = `${name}_${n}`
  }
}
