/** A part of the document. */
export type JsonObject = { readonly [name: string]: unknown };
