/** How many times as often as every day properties are tried: PROPERTY_TIMES, 1 unless given. */
const times = Math.max(1, Number(process.env.PROPERTY_TIMES ?? 1));

/** The runs of a property that does not have fast-check's own number of them. */
export const propertyRuns = (everyday: number): number => Math.ceil(everyday * times);
