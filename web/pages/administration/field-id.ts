/** The id of the control that shows what a JSON Pointer leads to. */
export const fieldId = (pointer: string): string => `field${pointer.replaceAll('/', '-')}`;
