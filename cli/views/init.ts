export interface InitResult {
  readonly folder: string
  readonly written: readonly string[]
  /** Files of the starter that were there already. */
  readonly kept: readonly string[]
  /** The project needs no npm install. */
  readonly installed: boolean
}

export function initView(result: InitResult): string {
  const next = [
    ...(result.folder === '.' ? [] : [`cd ${result.folder}`]),
    ...(result.installed ? [] : ['npm install']),
    'npx feat plan',
    'npx feat apply',
    'npx feat materialize',
  ]
  return [
    ...result.written.map(f => `wrote ${f}\n`),
    ...result.kept.map(f => `kept  ${f}\n`),
    `\nThe project is ready. Next:\n${next.map(n => `  ${n}\n`).join('')}`,
  ].join('')
}
