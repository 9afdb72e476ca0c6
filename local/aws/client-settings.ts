/** The region in which everything of the stage `local` lies. */
export const REGION = 'us-east-1';

/** The emulator's account. */
export const ACCOUNT = '000000000000';

/** Settings of every AWS client that talks to the emulator at `endpoint`; it checks no keys. */
export const clientSettings = (endpoint: string) => ({
  endpoint,
  region: REGION,
  credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
});
