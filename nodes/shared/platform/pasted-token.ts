/** People copy the word in front of a token along, or nothing but the word. */
export const SCHEME = /^(bearer|oauth)(\s+|$)/i;

/** The access token of a credential without it, and without blanks around, where n8n signs: an expression. */
export const PASTED_TOKEN = `{{ $credentials.accessToken.trim().replace(${String(SCHEME)}, "") }}`;
