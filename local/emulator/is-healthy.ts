const PATIENCE_MS = 5_000;

/** Whether an emulator answers at `endpoint`. */
export const isHealthy = async (endpoint: string): Promise<boolean> => {
  try {
    const response = await fetch(new URL('/_localstack/health', endpoint), {
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    await response.arrayBuffer();
    return response.ok;
  } catch {
    return false;
  }
};
