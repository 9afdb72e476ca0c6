/** Calls a service that we have no client for, as the emulator takes it. */
export const awsQuery = async (
  endpoint: string,
  service: 'monitoring' | 'sns',
  parameters: Readonly<Record<string, string>>,
): Promise<string> => {
  const credential = `test/20270101/us-east-1/${service}/aws4_request`;
  const answer = await fetch(endpoint, {
    method: 'POST',
    headers: {
      authorization: `AWS4-HMAC-SHA256 Credential=${credential}, SignedHeaders=host, Signature=0`,
    },
    body: new URLSearchParams(parameters),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${parameters.Action}: ${answer.status} ${text}`);
  return text;
};
