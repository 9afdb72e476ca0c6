/**
 * What is added to an event or to a request to another function, so that it can be told what it
 * is part of; nothing where that is not known.
 */
export const correlated = (
  correlation: (() => string | undefined) | undefined,
): { readonly correlation?: string } => {
  const id = correlation?.();
  return id === undefined ? {} : { correlation: id };
};
