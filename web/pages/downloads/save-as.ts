/** Lets the browser save bytes under a name. */
export const saveAs = (name: string, body: Uint8Array<ArrayBuffer>): void => {
  const address = URL.createObjectURL(new Blob([body]));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser has to have begun before the address may go.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
};
