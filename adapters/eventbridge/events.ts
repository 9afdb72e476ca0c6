import {
  type EventBridgeClient,
  PutEventsCommand,
  type PutEventsRequestEntry,
} from '@aws-sdk/client-eventbridge';
import { EVENT_SOURCE, eventSchemas, type GroundswellEvent } from '../../schemas/event.ts';
import { correlated } from '../correlated.ts';

type Deps = {
  readonly client: EventBridgeClient;
  readonly busName: string;
  /** What the events are part of; it is added to each. */
  readonly correlation?: () => string | undefined;
};

/** EventBridge takes at most 10 entries in a call. */
const MOST_IN_ONE_CALL = 10;

/** The bus refused events. A repeat is safe: an event's id is the same each time. */
export class EventsNotPublishedError extends Error {
  override readonly name = 'EventsNotPublishedError';
  readonly codes: readonly string[];

  constructor(codes: readonly string[], options?: ErrorOptions) {
    super(`The bus refused ${codes.length} events: ${[...new Set(codes)].join(', ')}`, options);
    this.codes = codes;
  }
}

/** The bus: what happened, told to whoever listens. */
export const createEvents = ({ client, busName, correlation }: Deps) => {
  const entryOf = ({ name, detail }: GroundswellEvent): PutEventsRequestEntry => ({
    EventBusName: busName,
    Source: EVENT_SOURCE,
    DetailType: name,
    Detail: JSON.stringify(eventSchemas[name].parse({ ...correlated(correlation), ...detail })),
  });

  const send = async (entries: PutEventsRequestEntry[]): Promise<void> => {
    const answer = await client.send(new PutEventsCommand({ Entries: entries }));
    if (!answer.FailedEntryCount) return;
    const codes = (answer.Entries ?? []).flatMap(({ ErrorCode }) => ErrorCode ?? []);
    throw new EventsNotPublishedError(codes);
  };

  return {
    /**
     * Hands events to the bus, in order, each checked against its schema before any is sent.
     *
     * @throws ZodError where an event is not as its schema says
     * @throws EventsNotPublishedError where the bus refused some
     */
    publish: async (events: readonly GroundswellEvent[]): Promise<void> => {
      const entries = events.map(entryOf);
      for (let start = 0; start < entries.length; start += MOST_IN_ONE_CALL) {
        await send(entries.slice(start, start + MOST_IN_ONE_CALL));
      }
    },
  };
};
export type Events = ReturnType<typeof createEvents>;
