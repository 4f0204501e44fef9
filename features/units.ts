/** Kilometres of a mile. */
export const kmPerMile = 1.609344
/** Miles per gallon of a kilometre per litre. */
export const mpgPerKmPerLitre = 2.352146
