const words = (text: string): readonly string[] => text.trim().split(/\s+/)

/**
 * The names that our statements write without quotes, in upper case. Everything else is quoted, so that a misspelt
 * keyword is never taken for a name. Parameters of procedures, and the columns of the tables that hold the state.
 */
export const bareNames: ReadonlySet<string> = new Set([
  ...words('FROM_TIME TO_TIME NOW_TIME RUN_TIME FEATURE_TYPE CLAIMED OVERTAKEN UNKNOWN_TYPE CLAIM_ID STORAGE_KEY FROM_TEXT TO_TEXT NOW_TEXT CHANGED'),
  ...words('SQLROWCOUNT SQLCODE SQLERRM SQLSTATE HOLDER CLAIM'),
  ...words('INFORMATION_SCHEMA TABLES TABLE_SCHEMA TABLE_NAME'),
  ...words('ID PROJECT FORMAT SERIAL RUN_PLAN RUN_COMPLETE ENVIRONMENT ADDRESS BODY GENERATION OWNER CREATED_BY STORAGE COVERS_FROM COVERS_TO KNOWN_TO'),
  ...words('DROP_AFTER FOUND_AT RUN STEP ATTEMPT FENCE OUTCOME ERROR NOTED_AT HOST COMMAND LEASE_UNTIL A B C N R S KIND'),
])
