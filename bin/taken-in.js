/** Packages of our own build rather than of a user's install, with their licences: many small modules that every command needs, or one that few commands do. */
export const takenIn = ['yaml', 'zod']
