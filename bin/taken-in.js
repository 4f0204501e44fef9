/** Packages of many small modules that every command needs: the build takes them in, with their licences. */
export const takenIn = ['zod']
