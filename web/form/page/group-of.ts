/** The name of the group of radios of the item at a place in the definition's order. */
export const groupOf = (index: number): string => `q${index + 1}`;
