/** What is read one after the other, all at once. */
export const allOf = async <Of>(these: AsyncIterable<Of>): Promise<readonly Of[]> => {
  const all: Of[] = [];
  for await (const one of these) all.push(one);
  return all;
};
