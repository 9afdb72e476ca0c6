/** An address of this site with parameters set, or taken away where they are null. */
export const withParameters = (
  address: URL,
  parameters: Readonly<Record<string, string | null>>,
): string => {
  const query = new URLSearchParams(address.search);
  for (const [name, value] of Object.entries(parameters)) {
    if (value === null) query.delete(name);
    else query.set(name, value);
  }
  const text = query.toString();
  return `${address.pathname}${text && `?${text}`}`;
};
