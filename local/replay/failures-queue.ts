import {
  ChangeMessageVisibilityCommand,
  DeleteMessageCommand,
  type Message,
  ReceiveMessageCommand,
  type SQSClient,
} from '@aws-sdk/client-sqs';
import { keyInFailureNotice } from '../../schemas/failure-record.ts';
import type { ReplayDeps } from './replay-failures.ts';

type Deps = { readonly client: SQSClient; readonly queueUrl: string };

const MOST_AT_ONCE = 10;

/** Asks all of SQS's servers, not only some. */
const WAIT_SECONDS = 2;

/** The queue of what waits to be replayed. What is not settled is there again at once. */
export const createFailuresQueue = ({ client, queueUrl }: Deps): ReplayDeps['queue'] => {
  const receive = async (): Promise<readonly Message[]> => {
    const { Messages = [] } = await client.send(
      new ReceiveMessageCommand({
        QueueUrl: queueUrl,
        MaxNumberOfMessages: MOST_AT_ONCE,
        WaitTimeSeconds: WAIT_SECONDS,
      }),
    );
    return Messages;
  };
  const remove = ({ ReceiptHandle }: Message) =>
    client.send(new DeleteMessageCommand({ QueueUrl: queueUrl, ReceiptHandle }));
  const putBack = ({ ReceiptHandle }: Message) =>
    client.send(
      new ChangeMessageVisibilityCommand({
        QueueUrl: queueUrl,
        ReceiptHandle,
        VisibilityTimeout: 0,
      }),
    );

  return {
    settle: async (isSettled) => {
      const others: Message[] = [];
      let settled = 0;
      for (let some = await receive(); some.length > 0; some = await receive()) {
        for (const message of some) {
          const key = keyInFailureNotice(message.Body ?? '');
          if (key !== undefined && (await isSettled(key))) {
            await remove(message);
            settled += 1;
          } else others.push(message);
        }
      }
      for (const message of others) await putBack(message);
      return settled;
    },
  };
};
