import { FeatError, diagnostic } from '../compiler/base/diagnostic.ts'
import type { Io } from './io.ts'

/** Asks for a yes as Terraform does. Where nobody can be asked, or the answer is another one, the command ends. */
export async function askConsent(io: Io, command: string, question: string): Promise<void> {
  if (!io.stdinIsTty) throw new FeatError([diagnostic('F704', { command })])
  const answer = await io.ask(`\n${question}\n  Only 'yes' will be accepted to approve.\n\n  Enter a value: `)
  if (answer.trim() !== 'yes') throw new FeatError([diagnostic('F705', { command })])
}
