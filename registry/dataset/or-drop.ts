/** Takes away what is only there for a piece of work where that fails. */
export async function orDrop<T>(work: Promise<T>, drop: () => void | Promise<void>): Promise<T> {
  try {
    return await work
  } catch (error) {
    await drop()
    throw error
  }
}
