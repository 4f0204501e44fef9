import { entry } from './entry.ts'

export const objectCodes = {
  // 400 to 429: what a warehouse holds besides tables and views
  F420: entry<{ readonly title: string }>({
    severity: 'error',
    message: p => `'${p.title}' is being done by another run`,
    hint: () =>
      'wait until that run has ended, then run the command again; the table CLAIMS of the state says which session it is, and until when it holds the interval',
    explain:
      'On Snowflake a procedure fills each storage. It claims the interval first, so that a task and a command never compute the same rows at once. A claim ends with its run; one whose session was ended lapses after an hour.',
  }),
}
