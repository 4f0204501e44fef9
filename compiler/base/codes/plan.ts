import { didYouMean, entry, oneOf } from './entry.ts'

export const planCodes = {
  F501: entry<{ readonly name: string; readonly known: readonly string[]; readonly near: string | null }>({
    severity: 'error',
    message: p => `there is no target '${p.name}'; the config declares ${oneOf(p.known)}`,
    hint: didYouMean,
    explain: 'A command was asked to work on a target that features.config.ts does not declare under `targets`. Name one of those, or declare it.',
  }),
  F502: entry<{ readonly name: string }>({
    severity: 'error',
    message: p => `'${p.name}' is no name for an environment: it needs at least one letter or digit`,
    explain: 'The name of an environment becomes part of a schema name: letters and digits stay, everything else becomes an underscore.',
  }),
  F503: entry<{ readonly name: string }>({
    severity: 'error',
    message: p => `the environment variable ${p.name} is not set, and the chosen target needs it`,
    hint: p => `set ${p.name}, or choose another target with --target`,
    explain: "The config takes a value from the environment by `env('NAME')`. It is read when a command runs on that target and is never stored.",
  }),
  F510: entry<{ readonly name: string; readonly kind: string }>({
    severity: 'error',
    message: p => `there is already a ${p.kind} '${p.name}' that feat did not make, where an object of ours is to be`,
    hint: () => 'rename or drop that object, or give ours another name',
    explain: 'Nothing that is not ours is ever replaced or dropped. The object carries no marker of this project, and no record in the state names it.',
  }),
  F511: entry<{ readonly address: string }>({
    severity: 'error',
    message: p => `${p.address} is no longer declared; destroying it needs --allow-destroy`,
    hint: () => 'declare it again, say what it is called now with renamedFrom, or run with --allow-destroy',
    explain:
      'Removing a definition does not remove what was deployed because of it: destroying needs both the declaration gone and an explicit flag. Storage is then kept for some days.',
  }),
  F512: entry<{ readonly address: string }>({
    severity: 'error',
    message: p => `${p.address} is protected, so it is not destroyed although it is no longer declared`,
    hint: () => 'declare it with protect: false, apply that, and only then remove it',
    explain: 'Protection lives in the state: deleting the declaration does not take it away. Take it away by applying `protect: false` first.',
  }),
  F513: entry<{ readonly address: string; readonly columns: readonly string[] }>({
    severity: 'error',
    message: p => `${p.address} would lose ${p.columns.join(', ')}, which readers may still use; that needs --allow-destroy`,
    hint: () => 'say what a renamed feature was called with renamedFrom, or run with --allow-destroy',
    explain: 'A feature that is no longer declared disappears from the public view or table. Its storage is kept for some days, so that it can be taken back.',
  }),
  F514: entry<{ readonly declared: string; readonly state: string }>({
    severity: 'error',
    message: p => `this plan was made against the state ${p.declared}, and the warehouse holds the state ${p.state}`,
    hint: () => 'make a new plan: feat plan --out',
    explain: 'A saved plan belongs to one state of one warehouse. It cannot be applied to another one.',
  }),
  F515: entry<{ readonly address: string }>({
    severity: 'error',
    message: p => `${p.address} has changed since this plan was made`,
    hint: () => 'make a new plan and review it again: feat plan --out',
    explain:
      'A saved plan names the fingerprint of each record that it touches. Somebody applied a change to one of them in between; rows and coverage do not count.',
  }),
  F516: entry<{ readonly address: string; readonly columns: readonly string[] }>({
    severity: 'warning',
    message: p => `values change for everyone who reads ${p.columns.join(', ')} of ${p.address}`,
    explain:
      'The definition of a feature changed under its name. Its covered history is computed again into a new storage before the public name shows it. Use versions({...}) to let readers move at their own time.',
  }),
  F517: entry<{ readonly address: string; readonly what: string }>({
    severity: 'warning',
    message: p => `${p.what} of ${p.address} is not as it was applied: somebody changed or dropped it`,
    explain: 'Live inspection found another object than the one that was applied. The plan brings it back to what is declared.',
  }),
  F518: entry<{ readonly changes: readonly string[] }>({
    severity: 'error',
    message: p =>
      `the declarations differ from what is deployed: ${p.changes.slice(0, 5).join(', ')}${p.changes.length > 5 ? ` and ${p.changes.length - 5} more` : ''}`,
    hint: () => 'review them with feat plan and deploy them with feat apply; then materialize',
    explain: 'Materialize computes what is deployed. It does not change what is deployed, so a definition that was added or changed has to be applied first.',
  }),
  F519: entry<{ readonly name: string; readonly near: string | null }>({
    severity: 'error',
    message: p => `'${p.name}' is no feature view, store or serving of this project`,
    hint: didYouMean,
    explain: '`--only` and `feat compact` take names or addresses of feature views, stores and servings, as `feat state list` shows them.',
  }),
  F520: entry<{ readonly changes: readonly string[] }>({
    severity: 'error',
    message: p => `what is declared is not applied: ${p.changes.slice(0, 5).join(', ')}${p.changes.length > 5 ? ', ...' : ''}`,
    hint: () => 'run feat apply first',
    explain:
      'Column groups are folded as they are deployed, and nothing else is changed with it. A definition that was added or changed has to be applied first.',
  }),
  F521: entry<{ readonly address: string; readonly environments: readonly string[] }>({
    severity: 'error',
    message: p => `the column groups of ${p.address} are shared with ${p.environments.join(', ')}, so they are not folded`,
    hint: () => 'fold them in the environment that owns them, once no other environment shows them',
    explain:
      'A storage has one owning environment, which alone fills and folds it. Were groups folded that another environment still shows, nobody would fill those any more. Promote or destroy the other environment first.',
  }),
}
