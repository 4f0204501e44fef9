/** Takes away what is only there for a piece of work where that fails; what is told is why it failed, also where nothing can be taken away. */
export async function orDrop<T>(work: Promise<T>, drop: () => void | Promise<void>): Promise<T> {
  try {
    return await work
  } catch (error) {
    await (async () => drop())().catch(() => null)
    throw error
  }
}
