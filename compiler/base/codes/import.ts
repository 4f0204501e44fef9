import { didYouMean, entry, oneOf } from './entry.ts'

/** What of a definition elsewhere is meant: `feature view USER_ORDERS`. */
interface Of {
  readonly of: string
}

export const importCodes = {
  // 730 to 749: reading definitions of other tools
  F730: entry<{ readonly problem: string }>({
    severity: 'error',
    message: p => `this is no YAML: ${p.problem}`,
    explain: '`feat import` reads YAML 1.2, one definition per file. The place is where the parser stopped.',
  }),
  F731: entry<Of & { readonly field: string; readonly found: string; readonly expected: string }>({
    severity: 'error',
    message: p => `'${p.field}' of the ${p.of} is ${p.found}; expected ${p.expected}`,
    explain: '`feat import` cannot write a definition without what this field says. Nothing was written.',
  }),
  F732: entry<{ readonly what: string; readonly why: string }>({
    severity: 'warning',
    message: p => `the ${p.what} is not imported: ${p.why}`,
    explain:
      'The language has nothing that means the same, or the file does not say enough. The other definitions are imported; this one is left to you, and is named again whenever the import runs.',
  }),
  F733: entry<Of & { readonly option: string; readonly why: string }>({
    severity: 'warning',
    message: p => `'${p.option}' of the ${p.of} is not carried over: ${p.why}`,
    explain: 'The definition is imported without this option, which the language does not have or says in another place.',
  }),
  F734: entry<Of & { readonly what: string; readonly name: string; readonly near: string | null }>({
    severity: 'error',
    message: p => `the ${p.of} names the ${p.what} '${p.name}', which is in none of the files`,
    hint: didYouMean,
    explain: 'A feature view needs the definition of each source that it reads, and its source the columns that the view names. Import the whole project.',
  }),
  F735: entry<Of & { readonly difference: string }>({
    severity: 'warning',
    message: p => `the ${p.of} is imported, but is not quite the same: ${p.difference}`,
    explain: 'The nearest thing that the language has differs in the values that it gives. Compare before you switch readers.',
  }),
  F736: entry<Of & { readonly part: string; readonly why: string }>({
    severity: 'warning',
    message: p => `the ${p.part} of the ${p.of} is left out: ${p.why}`,
    explain: 'The rest of the definition is imported. What is left out is named again whenever the import runs.',
  }),
  F737: entry<{ readonly source: string; readonly relation: string }>({
    severity: 'warning',
    message: p => `the query of '${p.source}' is Snowflake's; the embedded warehouse reads the table ${p.relation} in its place`,
    hint: () => 'write a body for duckdb, or fill that table with some of its rows',
    explain:
      'A query is never translated from one dialect to another. Only Snowflake runs the imported one; tests and local runs read a table of the same columns.',
  }),
  F738: entry<{ readonly files: readonly string[] }>({
    severity: 'error',
    message: p =>
      `${p.files.join(', ')} ${p.files.length === 1 ? 'is there already and holds' : 'are there already and hold'} something else: nothing was written`,
    hint: () => 'choose another folder with --out, or replace them with --overwrite',
    explain:
      '`feat import` never replaces a file whose content differs from what it would write, unless it is told to. Files that are the same are left alone.',
  }),
  F739: entry<{ readonly expression: string; readonly known: readonly string[] }>({
    severity: 'error',
    message: p => `the template '${p.expression}' has no value here`,
    hint: p => (p.known.length === 0 ? 'import the folder that holds manifest.yml' : `manifest.yml gives ${oneOf(p.known)}`),
    explain:
      'Files of `snow feature` may hold Jinja templates. `feat import` fills in plain names, `{{ name }}`, from `templating` in manifest.yml; statements and filters are not evaluated. --manifest-target names the target whose values count.',
  }),
  F740: entry<{ readonly table: string }>({
    severity: 'warning',
    message: p => `the dynamic table ${p.table} is not imported: nothing says which of its columns are keys`,
    hint: () => 'say it with --entity <name> --key <column>, and --time <column> where it has one',
    explain:
      "Tables of Snowflake's feature store carry tags that name their entities and their time. Of any other dynamic table these are not known; --like chooses tables, so that each can be imported with its own keys.",
  }),
  F741: entry<{ readonly where: string; readonly what: string }>({
    severity: 'error',
    message: p => `${p.where} holds ${p.what}`,
    explain:
      'There is nothing to import: the folder has no definitions of `snow feature` in YAML, or the schema no dynamic tables that are visible to this role.',
  }),
  F742: entry<{ readonly what: string; readonly from: string; readonly to: string; readonly why: string }>({
    severity: 'warning',
    message: p => `the ${p.what} '${p.from}' is called '${p.to}' here: ${p.why}`,
    explain: 'Names are plain identifiers here, and the names of features are unique per entity. Readers of the former name have to follow.',
  }),
  F743: entry<{ readonly target: string }>({
    severity: 'error',
    message: p => `target '${p.target}' is an embedded warehouse, which has no dynamic tables`,
    hint: () => 'name a snowflake target with --target',
    explain: '`feat import dynamic-tables` reads the live dynamic tables of a Snowflake target.',
  }),
  F744: entry<Of & { readonly entity: string; readonly keys: readonly string[] }>({
    severity: 'warning',
    message: p => `the ${p.of} is by ${p.keys.join(', ')}, which is no declared entity: '${p.entity}' was made of them`,
    explain:
      'A view has one entity here. Where a feature view names several, or only columns, an entity with all these keys is written; give it a better name.',
  }),
}
