/** Whether a text is an e-mail address: one rule for the schema, for owners and for recipients. */

/** Letters beyond ASCII too, as in `post@straßenbau.example`, which ajv-formats does not know. */
export const EMAIL_ADDRESS = /^[^\s@<>()"',;:]{1,64}@(?=.{3,253}$)[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63})+$/u;

export const isEmailAddress = (text: string): boolean => EMAIL_ADDRESS.test(text);
